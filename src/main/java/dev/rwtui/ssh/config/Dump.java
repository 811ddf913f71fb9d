package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All values for one name, in the order and with the spelling of {@code ssh -G}. The order is that of OpenSSH; what
 * another version or vendor prints is asked of {@link OpenSsh} and {@link Defaults}.
 */
final class Dump {

    /** The keywords whose value is a list of algorithms, and which ones. */
    static final Map<String, Algorithms> ALGORITHMS = algorithms();

    /** In this order ssh makes the lists, one by one; that of host keys is for when it is printed. */
    private static final List<String> ASSEMBLED = List.of(
            "ciphers",
            "macs",
            "kexalgorithms",
            "hostbasedacceptedalgorithms",
            "pubkeyacceptedalgorithms",
            "casignaturealgorithms");

    private static Map<String, Algorithms> algorithms() {
        Map<String, Algorithms> all = new LinkedHashMap<>();
        all.put("ciphers", Algorithms.CIPHERS);
        all.put("hostkeyalgorithms", Algorithms.KEYS);
        all.put("hostbasedacceptedalgorithms", Algorithms.KEYS);
        all.put("kexalgorithms", Algorithms.KEY_EXCHANGES);
        all.put("casignaturealgorithms", Algorithms.CA_SIGNATURES);
        all.put("macs", Algorithms.MACS);
        all.put("pubkeyacceptedalgorithms", Algorithms.KEYS);
        return all;
    }

    private final Settled settled;
    private final OpenSsh ssh;
    private final DumpLines lines;

    private Dump(Settled settled) {
        this.settled = settled;
        this.ssh = settled.site().ssh();
        this.lines = new DumpLines(settled.effective());
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

    static String keyword(ForwardSpec.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "forward";
    }

    /** The rest of the line, a comment included. */
    static String addendum(Setting setting) {
        String text = setting.line().rest();
        return text.equalsIgnoreCase("none") ? "" : text;
    }

    private void destination() {
        lines.put("host", settled.given(), new Origin.CommandLine());
        lines.put("user", settled.user().or(""), lines.origin("user"));
        lines.put("hostname", settled.hostName().value(), settled.hostName().origin());
        lines.put("port", Integer.toString(settled.port()), lines.origin("port"));
    }

    private void switches() {
        lines.word("addressfamily", "any");
        lines.flag("batchmode", "no");
        lines.flag("canonicalizefallbacklocal", "yes");
        lines.state("canonicalizehostname", "false");
        lines.flag("checkhostip", "no");
        lines.flag("compression", "no");
        lines.state("controlmaster", "false");
        lines.flag("enablesshkeysign", "no");
        lines.flag("clearallforwardings", "no");
        lines.flag("exitonforwardfailure", "no");
        lines.first("fingerprinthash", "SHA256", text -> text.toUpperCase(Locale.ROOT));
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
            lines.first("gssapikexalgorithms", Defaults.gssapiKeyExchanges(), text -> text);
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
        if (jumps()) {
            // Never with a jump, whatever the configuration says.
            lines.put("proxyusefdpass", "no", lines.origin("proxyusefdpass"));
        } else {
            lines.flag("proxyusefdpass", "no");
        }
        lines.state("pubkeyauthentication", "true");
    }

    private boolean jumps() {
        return ProxyResolver.lastJump(settled.effective(), settled.site()).isPresent();
    }

    private void sessions() {
        lines.state("requesttty", "auto");
        lines.word("sessiontype", "default");
        lines.flag("stdinnull", "no");
        lines.flag("forkafterauthentication", "no");
        lines.flag("streamlocalbindunlink", "no");
        lines.state("stricthostkeychecking", "ask");
        lines.flag("tcpkeepalive", "yes");
        if (settled.effective().isOn("clearallforwardings")) {
            lines.put("tunnel", "false", lines.origin("clearallforwardings"));
        } else {
            lines.first("tunnel", "false", text -> Effective.isYes(text) ? "point-to-point" : DumpLines.stated(text));
        }
        lines.state("verifyhostkeydns", "false");
        lines.flag("visualhostkey", "no");
        updateHostKeys();
        lines.flag("enableescapecommandline", "no");
    }

    /** On where known_hosts is where it always is; asking is for sessions that somebody sits at. */
    private void updateHostKeys() {
        Effective effective = settled.effective();
        Optional<Setting> setting = effective.first("updatehostkeys");
        boolean usual = effective.all("userknownhostsfile").stream()
                .filter(files -> !files.line().arguments().isEmpty())
                .findFirst()
                .map(files -> files.line().arguments().equals(List.of("~/.ssh/known_hosts")))
                .orElse(true);
        boolean asksDns = effective
                .first("verifyhostkeydns")
                .filter(dns -> !DumpLines.stated(dns.first()).equals("false"))
                .isPresent();
        String value =
                setting.map(update -> DumpLines.stated(update.first())).orElse(usual && !asksDns ? "true" : "false");
        lines.put(
                "updatehostkeys",
                value.equals("ask") && nobodyIsAsked() ? "false" : value,
                lines.origin("updatehostkeys"));
    }

    private boolean nobodyIsAsked() {
        Effective effective = settled.effective();
        boolean persists = effective
                .first("controlpersist")
                .filter(setting -> !List.of("no", "false").contains(setting.first()))
                .isPresent();
        boolean commands = SpecialDump.command(effective, "remotecommand").isPresent();
        boolean noTerminal = effective
                .first("requesttty")
                .filter(setting -> DumpLines.stated(setting.first()).equals("false"))
                .isPresent();
        boolean silent = effective
                .first("loglevel")
                .filter(setting -> List.of("silent", "quiet", "fatal", "error")
                        .contains(setting.first().toLowerCase(Locale.ROOT)))
                .isPresent();
        return (persists && lines.unlessNone("controlpath").isPresent()) || commands || noTerminal || silent;
    }

    private void numbers() {
        lines.number("canonicalizemaxdots", "1");
        lines.number("connectionattempts", "1");
        lines.seconds("forwardx11timeout", "1200");
        lines.number("numberofpasswordprompts", "3");
        lines.number("serveralivecountmax", "3");
        lines.seconds(
                "serveraliveinterval",
                Defaults.serverAliveInterval(ssh, settled.effective().isOn("batchmode")));
        lines.number("requiredrsasize", "1024");
        if (ssh.isAtLeast(9, 5)) {
            lines.first("obscurekeystroketiming", "yes", SpecialDump::keystrokeTiming);
        }
    }

    private void textsUpToKeys() {
        lines.text("bindaddress");
        lines.text("bindinterface");
        algorithm("ciphers");
        lines.unlessNone("controlpath").ifPresent(setting -> lines.put(setting, path(setting.first())));
        algorithm("hostkeyalgorithms");
        settled.effective()
                .first("hostkeyalias")
                .ifPresent(setting -> lines.put(setting, settled.keyAlias().orElse("")));
        algorithm("hostbasedacceptedalgorithms");
    }

    private void textsFromAgent() {
        settled.effective().first("identityagent").ifPresent(setting -> lines.put(setting, path(setting.first())));
        lines.text("ignoreunknown");
        lines.text("kbdinteractivedevices");
        algorithm("kexalgorithms");
        algorithm("casignaturealgorithms");
        lines.command("localcommand", text -> text);
        lines.command("remotecommand", text -> settled.words().expand(text).or(text));
        lines.first("loglevel", "INFO", SpecialDump::logLevel);
        algorithm("macs");
        lines.unlessNone("pkcs11provider").ifPresent(setting -> lines.put(setting, setting.first()));
        if (settled.effective().first("securitykeyprovider").isEmpty()) {
            lines.put("securitykeyprovider", "internal", new Origin.Default());
        }
        lines.unlessNone("securitykeyprovider").ifPresent(setting -> lines.put(setting, setting.first()));
        lines.text("preferredauthentications");
        algorithm("pubkeyacceptedalgorithms");
        lines.unlessNone("revokedhostkeys")
                .ifPresent(
                        setting -> lines.put(setting, ssh.isAtLeast(10, 0) ? path(setting.first()) : setting.first()));
        lines.first("xauthlocation", "/usr/bin/xauth", text -> text);
        lines.command("knownhostscommand", text -> text);
        lines.text("tag");
        settled.effective()
                .first("versionaddendum")
                .ifPresent(setting -> lines.put(
                        setting, settled.paths().expand(addendum(setting)).or("")));
    }

    private String path(String text) {
        return settled.path(text).or(text);
    }

    /** Once a list cannot be made, ssh leaves it and those after it as they are written. */
    private void algorithm(String keyword) {
        Algorithms algorithms = ALGORITHMS.getOrDefault(keyword, Algorithms.KEYS);
        Optional<Setting> setting = settled.effective().first(keyword);
        boolean broken = ASSEMBLED.stream()
                .limit(ASSEMBLED.indexOf(keyword) + 1L)
                .anyMatch(earlier -> settled.effective()
                        .first(earlier)
                        .filter(line -> !ALGORITHMS
                                .getOrDefault(earlier, Algorithms.KEYS)
                                .assemble(line.first(), ssh)
                                .isGood())
                        .isPresent());
        if (!broken) {
            lines.first(
                    keyword,
                    String.join(",", algorithms.defaults(ssh)),
                    text -> String.join(",", algorithms.assemble(text, ssh).or(List.of())));
        } else if (setting.isPresent()
                && algorithms.assemble(setting.get().first(), ssh).isGood()) {
            lines.put(setting.get(), setting.get().first());
        }
    }

    /** {@code LocalForward} and {@code DynamicForward} are one list, printed apart; the same forward twice counts once. */
    private void forwards() {
        if (settled.effective().isOn("clearallforwardings")) {
            return;
        }
        ForwardDump forwards = new ForwardDump(settled, lines);
        forwards.print(ForwardSpec.Kind.DYNAMIC);
        forwards.print(ForwardSpec.Kind.LOCAL);
        forwards.print(ForwardSpec.Kind.REMOTE);
    }

    private void lists() {
        lines.each("identityfile", Defaults.identityFiles(ssh));
        lines.oneLine("canonicaldomains", List.of(), text -> SpecialDump.domain(text));
        lines.each("certificatefile", List.of());
        lines.oneLine("globalknownhostsfile", Defaults.globalKnownHostsFiles(), text -> text);
        lines.oneLine("userknownhostsfile", userKnownHostsFiles(), this::path);
        for (Setting setting : SpecialDump.sentVariables(settled.effective())) {
            lines.put(setting, setting.first());
        }
        setVariables();
        logVerbose();
        if (ssh.isAtLeast(9, 5)) {
            lines.oneLine("channeltimeout", List.of(), text -> text);
        }
    }

    private List<String> userKnownHostsFiles() {
        List<String> paths = new ArrayList<>();
        Defaults.userKnownHostsFiles().forEach(path -> paths.add(path(path)));
        return paths;
    }

    private void setVariables() {
        settled.effective().first("setenv").ifPresent(setting -> {
            Map<String, String> variables = new LinkedHashMap<>();
            for (String assignment : setting.line().arguments()) {
                int equals = assignment.indexOf('=');
                variables.putIfAbsent(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
            variables.forEach((name, value) -> lines.put(
                    setting,
                    name + "="
                            + (ssh.isAtLeast(10, 0)
                                    ? settled.paths().expand(value).or(value)
                                    : value)));
        });
    }

    /** ssh takes the first word of the first line, whatever follows. */
    private void logVerbose() {
        Optional<Setting> setting = settled.effective().all("logverbose").stream()
                .filter(line -> !line.line().arguments().isEmpty())
                .findFirst();
        lines.put(
                "logverbose",
                setting.map(Setting::first).orElse("none"),
                setting.map(Setting::origin).orElseGet(Origin.Default::new));
    }
}
