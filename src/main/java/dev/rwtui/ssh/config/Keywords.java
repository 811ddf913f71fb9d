package dev.rwtui.ssh.config;

import static dev.rwtui.ssh.config.Choice.flag;
import static dev.rwtui.ssh.config.PlainSyntax.ANYTHING;
import static dev.rwtui.ssh.config.PlainSyntax.COMMAND;
import static dev.rwtui.ssh.config.PlainSyntax.INTEGER;
import static dev.rwtui.ssh.config.PlainSyntax.STRING;
import static dev.rwtui.ssh.config.PlainSyntax.TIME;
import static dev.rwtui.ssh.config.PlainSyntax.WORDS;
import static dev.rwtui.ssh.config.PlainSyntax.WORDS_OR_NONE;

import dev.rwtui.ssh.config.Keyword.Scope;
import dev.rwtui.ssh.config.Keyword.Treatment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Every client keyword of OpenSSH up to 10, those of Debian's, Fedora's and Apple's patches, and those it has dropped:
 * ssh_config(5). Case does not count.
 */
final class Keywords {

    private static final String SETUP_TIMEOUT = "setuptimeout";

    private static final List<String> EVERYWHERE = List.of("syslogfacility", "streamlocalbindmask");

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
        row(Treatment.STRUCTURE, PlainSyntax.FIRST_WORD, "host");
        row(Treatment.STRUCTURE, ANYTHING, "match");
        row(Treatment.STRUCTURE, WORDS, "include");
    }

    private static void actedOn() {
        acted(STRING, "hostname");
        acted(STRING, "user");
        acted(STRING, "hostkeyalias");
        acted(STRING, "ignoreunknown");
        acted(STRING, "identityfile", "identityfile2");
        acted(PlainSyntax.PORT, "port");
        acted(flag(), "identitiesonly");
        acted(flag(), "batchmode");
        acted(flag(), "clearallforwardings");
        acted(SpecialSyntax.AGENT, "identityagent");
        acted(COMMAND, "proxycommand");
        acted(PlainSyntax.JUMP, "proxyjump");
        acted(PlainSyntax.LOCAL_FORWARD, "localforward");
        acted(WORDS_OR_NONE, "userknownhostsfile");
        acted(WORDS_OR_NONE, "globalknownhostsfile");
        acted(flag("ask", "off", "accept-new"), "stricthostkeychecking");
        acted(TIME, "serveraliveinterval", "protocolkeepalives");
        acted(INTEGER, "serveralivecountmax");
        acted(TIME, "connecttimeout");
    }

    private static void switches() {
        missed(flag(), "forwardx11");
        kept(flag(), "forwardx11trusted");
        missed(flag(), "gatewayports");
        kept(flag(), "exitonforwardfailure");
        acted(flag(), "passwordauthentication");
        acted(
                flag(),
                "kbdinteractiveauthentication",
                "challengeresponseauthentication",
                "skeyauthentication",
                "tisauthentication");
        acted(flag("unbound", "host-bound"), "pubkeyauthentication", "dsaauthentication");
        missed(flag(), "hostbasedauthentication");
        acted(flag(), "checkhostip");
        kept(flag("ask"), "verifyhostkeydns");
        missed(flag("ask"), "updatehostkeys");
        acted(Choice.of("yes", "no"), "compression");
        kept(flag(), "tcpkeepalive", "keepalive");
        kept(flag(), "nohostauthenticationforlocalhost");
        kept(flag(), "enablesshkeysign");
        kept(flag(), "enableescapecommandline");
        acted(flag(), "hashknownhosts");
        kept(flag(), "permitlocalcommand");
        kept(flag(), "visualhostkey");
        kept(flag(), "stdinnull");
        kept(flag(), "forkafterauthentication");
        kept(flag(), "proxyusefdpass");
        acted(flag(), "canonicalizefallbacklocal");
        kept(flag(), "streamlocalbindunlink");
        kept(flag("ask", "auto", "autoask"), "controlmaster");
        missed(flag("ethernet", "point-to-point"), "tunnel");
        acted(flag("force", "auto"), "requesttty");
        acted(flag("always"), "canonicalizehostname");
        acted(Choice.of("none", "subsystem", "default"), "sessiontype");
        acted(Choice.of("inet", "inet6", "any"), "addressfamily");
        kept(
                Choice.of(
                        "silent", "quiet", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2", "debug3"),
                "loglevel");
        kept(
                Choice.of(
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
        kept(Choice.of("md5", "sha1", "sha256", "sha384", "sha512"), "fingerprinthash");
    }

    private static void texts() {
        kept(STRING, "xauthlocation");
        acted(STRING, "preferredauthentications");
        kept(STRING, "kbdinteractivedevices");
        acted(STRING, "bindaddress");
        missed(STRING, "bindinterface");
        missed(STRING, "pkcs11provider", "smartcarddevice");
        kept(STRING, "securitykeyprovider");
        missed(STRING, "controlpath");
        acted(STRING, "revokedhostkeys");
        acted(STRING, "certificatefile");
        missed(COMMAND, "knownhostscommand");
        missed(COMMAND, "localcommand");
        acted(COMMAND, "remotecommand");
        kept(TIME, "forwardx11timeout");
        acted(INTEGER, "numberofpasswordprompts");
        acted(INTEGER, "connectionattempts");
        acted(INTEGER, "canonicalizemaxdots");
        kept(INTEGER, "requiredrsasize");
        kept(WORDS_OR_NONE, "logverbose");
    }

    private static void forwards() {
        missed(SpecialSyntax.REMOTE_FORWARD, "remoteforward");
        missed(SpecialSyntax.DYNAMIC_FORWARD, "dynamicforward");
        kept(SpecialSyntax.PERMITTED_TARGETS, "permitremoteopen");
    }

    private static void algorithms() {
        acted(Algorithms.CIPHERS, "ciphers");
        acted(Algorithms.MACS, "macs");
        acted(Algorithms.KEY_EXCHANGES, "kexalgorithms");
        acted(Algorithms.KEYS, "hostkeyalgorithms");
        kept(Algorithms.CA_SIGNATURES, "casignaturealgorithms");
        kept(Algorithms.KEYS, "hostbasedacceptedalgorithms", "hostbasedkeytypes");
        acted(Algorithms.KEYS, "pubkeyacceptedalgorithms", "pubkeyacceptedkeytypes");
    }

    private static void special() {
        acted(SpecialSyntax.AGENT_OR_FLAG, "forwardagent");
        missed(SpecialSyntax.REKEY_LIMIT, "rekeylimit");
        acted(SpecialSyntax.ESCAPE_CHARACTER, "escapechar");
        kept(SpecialSyntax.TUNNEL_DEVICE, "tunneldevice");
        kept(SpecialSyntax.MASK, "streamlocalbindmask");
        kept(SpecialSyntax.QUALITY_OF_SERVICE, "ipqos");
        kept(SpecialSyntax.ADD_KEYS_TO_AGENT, "addkeystoagent");
        kept(SpecialSyntax.CONTROL_PERSIST, "controlpersist");
        acted(SpecialSyntax.SENT_VARIABLES, "sendenv");
        acted(SpecialSyntax.SET_VARIABLES, "setenv");
        acted(SpecialSyntax.DOMAINS, "canonicaldomains");
        acted(SpecialSyntax.PERMITTED_ALIASES, "canonicalizepermittedcnames");
    }

    /** Debian's and Fedora's key exchange by GSSAPI. */
    private static void gssapi() {
        missed(flag(), "gssapiauthentication");
        kept(flag(), "gssapidelegatecredentials");
        kept(flag(), "gssapikeyexchange");
        kept(flag(), "gssapitrustdns");
        kept(flag(), "gssapirenewalforcesrekey");
        kept(STRING, "gssapiclientidentity");
        kept(STRING, "gssapiserveridentity");
        kept(SpecialSyntax.GSSAPI_KEY_EXCHANGES, "gssapikexalgorithms");
    }

    /** Younger than 9.2: the release notes of the version that each is given with. */
    private static void newer() {
        since(9, 4, Treatment.ACTED_ON, STRING, "tag");
        since(9, 5, Treatment.KEPT, SpecialSyntax.KEYSTROKE_TIMING, "obscurekeystroketiming");
        since(9, 6, Treatment.KEPT, SpecialSyntax.CHANNEL_TIMEOUTS, "channeltimeout");
        since(10, 0, Treatment.KEPT, SpecialSyntax.VERSION_ADDENDUM, "versionaddendum");
        since(10, 1, Treatment.KEPT, flag(), "warnweakcrypto");
        since(10, 1, Treatment.MISSED, COMMAND, "refuseconnection");
    }

    /** Apple's and Fedora's. */
    private static void ofVendors() {
        kept(flag(), "usekeychain");
        kept(ANYTHING, "rsaminsize");
        kept(ANYTHING, "fipsmode");
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
            row(Treatment.IGNORED, ANYTHING, name);
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
        Scope scope = EVERYWHERE.contains(names[0]) ? Scope.EVERYWHERE : Scope.BLOCK;
        Keyword keyword = new Keyword(names[0], syntax, treatment, scope);
        for (String name : names) {
            BY_NAME.put(name, keyword);
        }
    }
}
