package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All values for one name, in the order and with the spelling of {@code ssh -G}. The order is that of OpenSSH; what
 * another version or vendor prints is asked of {@link OpenSsh} and {@link Defaults}.
 */
final class Dump {

    private final Settled settled;
    private final Effective effective;
    private final OpenSsh ssh;
    private final DumpLines lines;
    private final AlgorithmDump algorithms;

    private Dump(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
        this.ssh = settled.site().ssh();
        this.lines = new DumpLines(settled.effective());
        this.algorithms = new AlgorithmDump(effective, ssh, lines);
    }

    static List<Explained> of(Settled settled) {
        Dump dump = new Dump(settled);
        dump.destination();
        dump.switches();
        dump.authentication();
        dump.sessions();
        dump.numbers();
        dump.textsUpToKeys();
        dump.textsFromAgent();
        dump.forwards();
        dump.lists();
        new SpecialDump(settled, dump.lines).print();
        return dump.lines.all();
    }

    /** The rest of the line, a comment included. */
    static String addendum(Setting setting) {
        String text = setting.line().rest();
        return text.equalsIgnoreCase("none") ? "" : text;
    }

    private void destination() {
        lines.put("host", settled.given(), new Origin.CommandLine());
        lines.put("user", settled.user().or(""), effective.origin("user"));
        lines.put("hostname", settled.hostName().value(), settled.hostName().origin());
        lines.put("port", Integer.toString(settled.port()), effective.origin("port"));
    }

    private void switches() {
        lines.lowerCase("addressfamily", "any");
        lines.flag("batchmode", "no");
        lines.flag("canonicalizefallbacklocal", "yes");
        lines.state("canonicalizehostname", "false");
        lines.flag("checkhostip", "no");
        lines.flag("compression", "no");
        lines.state("controlmaster", "false");
        lines.flag("enablesshkeysign", "no");
        lines.flag("clearallforwardings", "no");
        lines.flag("exitonforwardfailure", "no");
        lines.upperCase("fingerprinthash", "SHA256");
        lines.flag("forwardx11", "no");
        lines.flag("forwardx11trusted", Defaults.forwardX11Trusted(ssh));
        lines.flag("gatewayports", "no");
        gssapi();
    }

    private void gssapi() {
        boolean debian = ssh.vendor() == OpenSsh.Vendor.DEBIAN;
        lines.flag("gssapiauthentication", "no");
        if (debian) {
            lines.flag("gssapikeyexchange", "no");
        }
        lines.flag("gssapidelegatecredentials", "no");
        if (debian) {
            lines.flag("gssapitrustdns", "no");
            lines.flag("gssapirenewalforcesrekey", "no");
            lines.text("gssapiclientidentity");
            lines.text("gssapiserveridentity");
            lines.text("gssapikexalgorithms", Defaults.gssapiKeyExchanges());
        }
    }

    private void authentication() {
        lines.flag("hashknownhosts", "no");
        lines.flag("hostbasedauthentication", "no");
        lines.flag("identitiesonly", "no");
        lines.flag("kbdinteractiveauthentication", "yes");
        lines.flag("nohostauthenticationforlocalhost", "no");
        lines.flag("passwordauthentication", "yes");
        lines.flag("permitlocalcommand", "no");
        if (ProxyResolver.lastJump(effective, settled.site()).isPresent()) {
            // Never with a jump, whatever the configuration says.
            lines.put("proxyusefdpass", "no", effective.origin("proxyusefdpass"));
        } else {
            lines.flag("proxyusefdpass", "no");
        }
        lines.state("pubkeyauthentication", "true");
    }

    private void sessions() {
        lines.state("requesttty", "auto");
        lines.lowerCase("sessiontype", "default");
        lines.flag("stdinnull", "no");
        lines.flag("forkafterauthentication", "no");
        lines.flag("streamlocalbindunlink", "no");
        lines.state("stricthostkeychecking", "ask");
        lines.flag("tcpkeepalive", "yes");
        tunnel();
        lines.state("verifyhostkeydns", "false");
        lines.flag("visualhostkey", "no");
        updateHostKeys();
        lines.flag("enableescapecommandline", "no");
    }

    private void tunnel() {
        if (effective.isOn("clearallforwardings")) {
            lines.put("tunnel", "false", effective.origin("clearallforwardings"));
        } else if (effective.isOn("tunnel")) {
            lines.put("tunnel", "point-to-point", effective.origin("tunnel"));
        } else {
            lines.state("tunnel", "false");
        }
    }

    /** On where known_hosts is where it always is; asking is for sessions that somebody sits at. */
    private void updateHostKeys() {
        Optional<Setting> files = effective.worded("userknownhostsfile");
        boolean usual = files.isEmpty() || files.get().line().arguments().equals(List.of("~/.ssh/known_hosts"));
        boolean asksDns =
                !DumpLines.stated(effective.text("verifyhostkeydns", "no")).equals("false");
        String value = DumpLines.stated(effective.text("updatehostkeys", usual && !asksDns ? "yes" : "no"));
        lines.put(
                "updatehostkeys",
                value.equals("ask") && nobodyIsAsked() ? "false" : value,
                effective.origin("updatehostkeys"));
    }

    private boolean nobodyIsAsked() {
        boolean persists = !List.of("no", "false").contains(effective.text("controlpersist", "no"));
        boolean noTerminal =
                DumpLines.stated(effective.text("requesttty", "auto")).equals("false");
        boolean silent = List.of("silent", "quiet", "fatal", "error")
                .contains(effective.text("loglevel", "info").toLowerCase(Locale.ROOT));
        return (persists && effective.unlessNone("controlpath").isPresent())
                || effective.command("remotecommand").isPresent()
                || noTerminal
                || silent;
    }

    private void numbers() {
        lines.number("canonicalizemaxdots", "1");
        lines.number("connectionattempts", "1");
        lines.seconds("forwardx11timeout", "1200");
        lines.number("numberofpasswordprompts", "3");
        lines.number("serveralivecountmax", "3");
        lines.seconds("serveraliveinterval", Defaults.serverAliveInterval(ssh, effective.isOn("batchmode")));
        lines.number("requiredrsasize", "1024");
        if (ssh.isAtLeast(9, 5)) {
            lines.put(
                    "obscurekeystroketiming",
                    SpecialDump.keystrokeTiming(effective.text("obscurekeystroketiming", "yes")),
                    effective.origin("obscurekeystroketiming"));
        }
    }

    private void textsUpToKeys() {
        lines.text("bindaddress");
        lines.text("bindinterface");
        algorithms.print("ciphers");
        path(effective.unlessNone("controlpath"));
        algorithms.print("hostkeyalgorithms");
        if (effective.isSet("hostkeyalias")) {
            lines.lowerCase("hostkeyalias", "");
        }
        algorithms.print("hostbasedacceptedalgorithms");
    }

    private void textsFromAgent() {
        path(effective.first("identityagent"));
        lines.text("ignoreunknown");
        lines.text("kbdinteractivedevices");
        algorithms.print("kexalgorithms");
        algorithms.print("casignaturealgorithms");
        lines.command("localcommand");
        remoteCommand();
        lines.put("loglevel", SpecialDump.logLevel(effective.text("loglevel", "INFO")), effective.origin("loglevel"));
        algorithms.print("macs");
        lines.textUnlessNone("pkcs11provider");
        if (!effective.isSet("securitykeyprovider")) {
            lines.put("securitykeyprovider", "internal", new Origin.Default());
        }
        lines.textUnlessNone("securitykeyprovider");
        lines.text("preferredauthentications");
        algorithms.print("pubkeyacceptedalgorithms");
        if (ssh.isAtLeast(10, 0)) {
            path(effective.unlessNone("revokedhostkeys"));
        } else {
            lines.textUnlessNone("revokedhostkeys");
        }
        lines.text("xauthlocation", "/usr/bin/xauth");
        lines.command("knownhostscommand");
        lines.text("tag");
        Optional<Setting> addendum = effective.first("versionaddendum");
        if (addendum.isPresent()) {
            lines.put(
                    addendum.get(),
                    settled.paths().expand(addendum(addendum.get())).or(""));
        }
    }

    private void remoteCommand() {
        Optional<Setting> setting = effective.command("remotecommand");
        if (setting.isPresent()) {
            String command = setting.get().line().command();
            lines.put(setting.get(), settled.words().expand(command).or(command));
        }
    }

    private void path(Optional<Setting> setting) {
        if (setting.isPresent()) {
            lines.put(setting.get(), path(setting.get().first()));
        }
    }

    private String path(String text) {
        return settled.path(text).or(text);
    }

    /** {@code LocalForward} and {@code DynamicForward} are one list, printed apart; the same forward twice counts once. */
    private void forwards() {
        if (effective.isOn("clearallforwardings")) {
            return;
        }
        ForwardDump forwards = new ForwardDump(settled, lines);
        forwards.print(ForwardSpec.Kind.DYNAMIC);
        forwards.print(ForwardSpec.Kind.LOCAL);
        forwards.print(ForwardSpec.Kind.REMOTE);
    }

    private void lists() {
        lines.each("identityfile", Defaults.identityFiles(ssh));
        SpecialDump special = new SpecialDump(settled, lines);
        special.domains();
        lines.each("certificatefile", List.of());
        lines.oneLine("globalknownhostsfile", Defaults.globalKnownHostsFiles());
        userKnownHostsFiles();
        special.variables();
        if (ssh.isAtLeast(9, 6)) {
            lines.oneLine("channeltimeout", List.of());
        }
    }

    private void userKnownHostsFiles() {
        Optional<Setting> setting = effective.worded("userknownhostsfile");
        List<String> paths = new ArrayList<>();
        for (String path : setting.isPresent() ? setting.get().line().arguments() : Defaults.userKnownHostsFiles()) {
            paths.add(path(path));
        }
        lines.words("userknownhostsfile", paths);
    }
}
