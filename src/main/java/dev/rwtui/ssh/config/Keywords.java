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
import java.util.Optional;

/**
 * Every client keyword of OpenSSH up to 10, those of Debian's, Fedora's and Apple's patches, and those it has dropped:
 * ssh_config(5). Case does not count.
 */
final class Keywords {

    /** More identities and known_hosts files than this are refused by ssh. */
    private static final int MAX_FILES = 32;

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
        obsolete();
    }

    private Keywords() {}

    /** @param keyword lower case */
    static Optional<Keyword> find(String keyword) {
        return Optional.ofNullable(BY_NAME.get(keyword));
    }

    private static void structure() {
        row(Treatment.STRUCTURE, list(Integer.MAX_VALUE, ArgumentSyntax.None.IS_A_WORD), "host");
        row(Treatment.STRUCTURE, MatchCondition.syntax(), "match");
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
        acted(list(MAX_FILES, ArgumentSyntax.None.STANDS_ALONE), "userknownhostsfile");
        acted(list(MAX_FILES, ArgumentSyntax.None.STANDS_ALONE), "globalknownhostsfile");
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
        kept(flag(), "canonicalizefallbacklocal");
        kept(flag(), "streamlocalbindunlink");
        kept(flag("ask", "auto", "autoask"), "controlmaster");
        missed(flag("ethernet", "point-to-point"), "tunnel");
        kept(flag("force", "auto"), "requesttty");
        missed(flag("always"), "canonicalizehostname");
        kept(choice("none", "subsystem", "default"), "sessiontype");
        missed(choice("inet", "inet6", "any"), "addressfamily");
        kept(choice("quiet", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2", "debug3"), "loglevel");
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
        kept(choice("md5", "sha1", "sha256", "sha384", "sha512", "ripemd160"), "fingerprinthash");
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
        kept(time(), "setuptimeout");
        kept(integer(), "numberofpasswordprompts");
        kept(integer(), "connectionattempts");
        kept(integer(), "canonicalizemaxdots");
        kept(integer(), "requiredrsasize");
        kept(list(Integer.MAX_VALUE, ArgumentSyntax.None.STANDS_ALONE), "logverbose");
    }

    private static void forwards() {
        missed(OtherForwards.remote(), "remoteforward");
        missed(OtherForwards.dynamic(), "dynamicforward");
        kept(OtherForwards.permitted(), "permitremoteopen");
    }

    private static void algorithms() {
        missed(Algorithms.CIPHERS, "ciphers");
        missed(Algorithms.MACS, "macs");
        missed(Algorithms.KEY_EXCHANGES, "kexalgorithms");
        missed(Algorithms.KEYS, "hostkeyalgorithms");
        kept(Algorithms.KEYS, "casignaturealgorithms");
        kept(Algorithms.KEYS, "hostbasedacceptedalgorithms", "hostbasedkeytypes");
        missed(Algorithms.KEYS, "pubkeyacceptedalgorithms", "pubkeyacceptedkeytypes");
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
        kept(SpecialSyntax.domains(), "canonicaldomains");
        kept(SpecialSyntax.permittedAliases(), "canonicalizepermittedcnames");
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
        kept(string(), "gssapikexalgorithms");
    }

    /** Younger than 9.2, or of one vendor. */
    private static void newer() {
        missed(string(), "tag");
        kept(anything(), "channeltimeout");
        kept(anything(), "obscurekeystroketiming");
        missed(command(), "refuseconnection");
        kept(anything(), "versionaddendum");
        kept(anything(), "warnweakcrypto");
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

    /** The first name is the canonical one. */
    private static void row(Treatment treatment, ArgumentSyntax syntax, String... names) {
        Keyword keyword = new Keyword(names[0], syntax, treatment);
        for (String name : names) {
            BY_NAME.put(name, keyword);
        }
    }
}
