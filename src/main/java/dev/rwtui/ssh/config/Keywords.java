package dev.rwtui.ssh.config;

import static dev.rwtui.ssh.config.ArgumentSyntax.anything;
import static dev.rwtui.ssh.config.ArgumentSyntax.choice;
import static dev.rwtui.ssh.config.ArgumentSyntax.command;
import static dev.rwtui.ssh.config.ArgumentSyntax.flag;
import static dev.rwtui.ssh.config.ArgumentSyntax.integer;
import static dev.rwtui.ssh.config.ArgumentSyntax.list;
import static dev.rwtui.ssh.config.ArgumentSyntax.string;
import static dev.rwtui.ssh.config.ArgumentSyntax.time;

import dev.rwtui.ssh.config.Keyword.Treatment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Every client keyword of OpenSSH up to 10, those of Debian's, Fedora's and Apple's patches, and those it has dropped:
 * ssh_config(5). Case does not count.
 */
final class Keywords {

    private static final String SETUP_TIMEOUT = "setuptimeout";

    private static final Map<String, Keyword> BY_NAME = new HashMap<>();

    static {
        structure();
        actedOn();
        switches();
        texts();
        forwards();
        algorithms();
        special();
        gssapi();
        newer();
        ofVendors();
        obsolete();
    }

    private Keywords() {}

    /** @param keyword lower case */
    static Optional<Keyword> find(String keyword, OpenSsh ssh) {
        Keyword known = BY_NAME.get(keyword.equals(SETUP_TIMEOUT) ? setupTimeout(ssh) : keyword);
        return known != null && known.isKnownTo(ssh) ? Optional.of(known) : Optional.empty();
    }

    /** Debian's own alias, which has changed sides with 10.0. */
    private static String setupTimeout(OpenSsh ssh) {
        return ssh.isAtLeast(10, 0) ? "connecttimeout" : "serveraliveinterval";
    }

    /** By its canonical name, whatever the version. */
    static Keyword named(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name);
    }

    private static void structure() {
        row(Treatment.STRUCTURE, list(Integer.MAX_VALUE, ArgumentSyntax.None.IS_A_WORD), "host");
        row(Treatment.STRUCTURE, anything(), "match");
        row(Treatment.STRUCTURE, list(Integer.MAX_VALUE, ArgumentSyntax.None.IS_A_WORD), "include");
    }

    private static void actedOn() {
        acted(string(), "hostname");
        acted(string(), "user");
        acted(string(), "hostkeyalias");
        acted(string(), "ignoreunknown");
        acted(string(), "identityfile", "identityfile2");
        acted(ArgumentSyntax.port(), "port");
        acted(flag(), "identitiesonly");
        acted(flag(), "batchmode");
        acted(flag(), "clearallforwardings");
        acted(AgentPath.syntax(), "identityagent");
        acted(command(), "proxycommand");
        acted(ArgumentSyntax.jump(), "proxyjump");
        acted(ArgumentSyntax.localForward(), "localforward");
        acted(list(Integer.MAX_VALUE, ArgumentSyntax.None.STANDS_ALONE), "userknownhostsfile");
        acted(list(Integer.MAX_VALUE, ArgumentSyntax.None.STANDS_ALONE), "globalknownhostsfile");
        acted(flag("ask", "off", "accept-new"), "stricthostkeychecking");
        acted(time(), "serveraliveinterval", "protocolkeepalives");
        acted(integer(), "serveralivecountmax");
        acted(time(), "connecttimeout");
    }

    private static void switches() {
        missed(flag(), "forwardx11");
        kept(flag(), "forwardx11trusted");
        missed(flag(), "gatewayports");
        kept(flag(), "exitonforwardfailure");
        missed(flag(), "passwordauthentication");
        kept(
                flag(),
                "kbdinteractiveauthentication",
                "challengeresponseauthentication",
                "skeyauthentication",
                "tisauthentication");
        kept(flag("unbound", "host-bound"), "pubkeyauthentication", "dsaauthentication");
        missed(flag(), "hostbasedauthentication");
        kept(flag(), "checkhostip");
        kept(flag("ask"), "verifyhostkeydns");
        kept(flag("ask"), "updatehostkeys");
        kept(choice("yes", "no"), "compression");
        kept(flag(), "tcpkeepalive", "keepalive");
        kept(flag(), "nohostauthenticationforlocalhost");
        kept(flag(), "enablesshkeysign");
        kept(flag(), "enableescapecommandline");
        kept(flag(), "hashknownhosts");
        kept(flag(), "permitlocalcommand");
        kept(flag(), "visualhostkey");
        kept(flag(), "stdinnull");
        kept(flag(), "forkafterauthentication");
        kept(flag(), "proxyusefdpass");
        acted(flag(), "canonicalizefallbacklocal");
        kept(flag(), "streamlocalbindunlink");
        kept(flag("ask", "auto", "autoask"), "controlmaster");
        missed(flag("ethernet", "point-to-point"), "tunnel");
        kept(flag("force", "auto"), "requesttty");
        acted(flag("always"), "canonicalizehostname");
        kept(choice("none", "subsystem", "default"), "sessiontype");
        missed(choice("inet", "inet6", "any"), "addressfamily");
        kept(
                choice("silent", "quiet", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2", "debug3"),
                "loglevel");
        kept(
                choice(
                        "daemon",
                        "user",
                        "auth",
                        "authpriv",
                        "local0",
                        "local1",
                        "local2",
                        "local3",
                        "local4",
                        "local5",
                        "local6",
                        "local7"),
                "syslogfacility");
        kept(choice("md5", "sha1", "sha256", "sha384", "sha512"), "fingerprinthash");
    }

    private static void texts() {
        kept(string(), "xauthlocation");
        missed(string(), "preferredauthentications");
        kept(string(), "kbdinteractivedevices");
        missed(string(), "bindaddress");
        missed(string(), "bindinterface");
        missed(string(), "pkcs11provider", "smartcarddevice");
        kept(string(), "securitykeyprovider");
        kept(string(), "controlpath");
        missed(string(), "revokedhostkeys");
        missed(string(), "certificatefile");
        missed(command(), "knownhostscommand");
        missed(command(), "localcommand");
        missed(command(), "remotecommand");
        kept(time(), "forwardx11timeout");
        kept(integer(), "numberofpasswordprompts");
        kept(integer(), "connectionattempts");
        acted(integer(), "canonicalizemaxdots");
        kept(integer(), "requiredrsasize");
        kept(list(Integer.MAX_VALUE, ArgumentSyntax.None.STANDS_ALONE), "logverbose");
    }

    private static void forwards() {
        missed(OtherForwards.remote(), "remoteforward");
        missed(OtherForwards.dynamic(), "dynamicforward");
        kept(OtherForwards.permitted(), "permitremoteopen");
    }

    private static void algorithms() {
        missed(Algorithms.CIPHERS.syntax(), "ciphers");
        missed(Algorithms.MACS.syntax(), "macs");
        missed(Algorithms.KEY_EXCHANGES.syntax(), "kexalgorithms");
        missed(Algorithms.KEYS.syntax(), "hostkeyalgorithms");
        kept(Algorithms.CA_SIGNATURES.syntax(), "casignaturealgorithms");
        kept(Algorithms.KEYS.syntax(), "hostbasedacceptedalgorithms", "hostbasedkeytypes");
        missed(Algorithms.KEYS.syntax(), "pubkeyacceptedalgorithms", "pubkeyacceptedkeytypes");
    }

    private static void special() {
        missed(AgentPath.syntaxOrFlag(), "forwardagent");
        kept(SpecialSyntax.rekeyLimit(), "rekeylimit");
        kept(SpecialSyntax.escapeCharacter(), "escapechar");
        kept(SpecialSyntax.tunnelDevice(), "tunneldevice");
        kept(SpecialSyntax.mask(), "streamlocalbindmask");
        kept(SpecialSyntax.qualityOfService(), "ipqos");
        kept(SpecialSyntax.addKeysToAgent(), "addkeystoagent");
        kept(SpecialSyntax.controlPersist(), "controlpersist");
        kept(SpecialSyntax.sentVariables(), "sendenv");
        kept(SpecialSyntax.setVariables(), "setenv");
        acted(SpecialSyntax.domains(), "canonicaldomains");
        acted(SpecialSyntax.permittedAliases(), "canonicalizepermittedcnames");
    }

    /** Debian's and Fedora's key exchange by GSSAPI. */
    private static void gssapi() {
        missed(flag(), "gssapiauthentication");
        kept(flag(), "gssapidelegatecredentials");
        kept(flag(), "gssapikeyexchange");
        kept(flag(), "gssapitrustdns");
        kept(flag(), "gssapirenewalforcesrekey");
        kept(string(), "gssapiclientidentity");
        kept(string(), "gssapiserveridentity");
        kept(SpecialSyntax.gssapiKeyExchanges(), "gssapikexalgorithms");
    }

    /** Younger than 9.2: the release notes of the version that each is given with. */
    private static void newer() {
        since(9, 4, Treatment.ACTED_ON, string(), "tag");
        since(9, 5, Treatment.KEPT, SpecialSyntax.keystrokeTiming(), "obscurekeystroketiming");
        since(9, 6, Treatment.KEPT, SpecialSyntax.channelTimeouts(), "channeltimeout");
        since(10, 0, Treatment.KEPT, SpecialSyntax.versionAddendum(), "versionaddendum");
        since(10, 1, Treatment.KEPT, flag(), "warnweakcrypto");
        since(10, 1, Treatment.MISSED, command(), "refuseconnection");
    }

    /** Apple's and Fedora's. */
    private static void ofVendors() {
        kept(flag(), "usekeychain");
        kept(anything(), "rsaminsize");
        kept(anything(), "fipsmode");
    }

    private static void obsolete() {
        String[] names = {
            "protocol",
            "cipher",
            "fallbacktorsh",
            "globalknownhostsfile2",
            "rhostsauthentication",
            "userknownhostsfile2",
            "useroaming",
            "usersh",
            "useprivilegedport",
            "useblacklistedkeys",
            "afstokenpassing",
            "kerberosauthentication",
            "kerberostgtpassing",
            "rsaauthentication",
            "rhostsrsaauthentication",
            "compressionlevel"
        };
        for (String name : names) {
            row(Treatment.IGNORED, anything(), name);
        }
    }

    private static void acted(ArgumentSyntax syntax, String... names) {
        row(Treatment.ACTED_ON, syntax, names);
    }

    private static void kept(ArgumentSyntax syntax, String... names) {
        row(Treatment.KEPT, syntax, names);
    }

    private static void missed(ArgumentSyntax syntax, String... names) {
        row(Treatment.MISSED, syntax, names);
    }

    private static void since(int major, int minor, Treatment treatment, ArgumentSyntax syntax, String name) {
        BY_NAME.put(name, new Keyword(name, syntax, treatment, major, minor));
    }

    /** The first name is the canonical one. */
    private static void row(Treatment treatment, ArgumentSyntax syntax, String... names) {
        Keyword keyword = new Keyword(names[0], syntax, treatment);
        for (String name : names) {
            BY_NAME.put(name, keyword);
        }
    }
}
