package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Keywords by kind, and values of each kind, most of them good ones. */
final class RandomVocabulary {

    private static final List<String> FLAGS = List.of(
            "BatchMode",
            "CanonicalizeFallbackLocal",
            "CheckHostIP",
            "ClearAllForwardings",
            "EnableSSHKeysign",
            "ExitOnForwardFailure",
            "ForwardX11",
            "ForwardX11Trusted",
            "GatewayPorts",
            "HashKnownHosts",
            "HostbasedAuthentication",
            "IdentitiesOnly",
            "KbdInteractiveAuthentication",
            "ChallengeResponseAuthentication",
            "NoHostAuthenticationForLocalhost",
            "PasswordAuthentication",
            "PermitLocalCommand",
            "ProxyUseFdpass",
            "StdinNull",
            "StreamLocalBindUnlink",
            "TCPKeepAlive",
            "KeepAlive",
            "VisualHostKey",
            "EnableEscapeCommandline",
            "GSSAPIAuthentication",
            "GSSAPIDelegateCredentials");

    private static final List<String> FLAG_WORDS = List.of("yes", "no", "true", "false", "Yes", "FALSE");

    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("StrictHostKeyChecking", List.of("yes", "no", "ask", "off", "accept-new", "TRUE", "false")),
            Map.entry("VerifyHostKeyDNS", List.of("yes", "no", "ask", "true")),
            Map.entry("UpdateHostKeys", List.of("yes", "no", "ask", "False")),
            Map.entry("ControlMaster", List.of("yes", "no", "ask", "auto", "autoask", "AUTO")),
            Map.entry("Tunnel", List.of("yes", "no", "ethernet", "point-to-point", "true")),
            Map.entry("RequestTTY", List.of("yes", "no", "force", "auto")),
            Map.entry("SessionType", List.of("none", "subsystem", "default")),
            Map.entry("AddressFamily", List.of("any", "inet", "inet6", "INET")),
            Map.entry("PubkeyAuthentication", List.of("yes", "no", "unbound", "host-bound")),
            Map.entry("Compression", List.of("yes", "no", "NO")),
            Map.entry("LogLevel", List.of("QUIET", "fatal", "ERROR", "info", "Verbose", "debug", "DEBUG3")),
            Map.entry("SyslogFacility", List.of("DAEMON", "user", "AUTH", "local7")),
            Map.entry("FingerprintHash", List.of("md5", "sha256", "SHA1")),
            Map.entry("AddKeysToAgent", List.of("yes", "no", "ask", "confirm", "confirm 5m", "1h", "TRUE")),
            Map.entry("ControlPersist", List.of("yes", "no", "4h", "0", "600", "1d", "true")),
            Map.entry("EscapeChar", List.of("none", "^a", "^]", "~", "x", "\"\\\"\"")),
            Map.entry("IPQoS", List.of("af21", "ef cs1", "0x10 8", "none", "af11 none", "32", "CS0 255")),
            Map.entry("RekeyLimit", List.of("default", "1G", "512K 1h", "0 none", "1M none", "default 30", "16")),
            Map.entry("TunnelDevice", List.of("any", "any:1", "3:4", "5", "any:any")),
            Map.entry("StreamLocalBindMask", List.of("0177", "0", "777", "0027")),
            Map.entry("PermitRemoteOpen", List.of("any", "none", "h:80 [::1]:22", "h:*")),
            Map.entry("SendEnv", List.of("LANG LC_*", "-LC_*", "-LANG GIT_X", "A", "-*")),
            Map.entry("SetEnv", List.of("A=b C=d", "A=1 A=2", "X=", "\"E=two words\"")),
            Map.entry("LogVerbose", List.of("none", "a.c:*:1", "x y")),
            Map.entry("CanonicalizePermittedCNAMEs", List.of("none", "*.example.org:*.example.net", "*", "A*:b* c:d")));

    private static final Map<String, List<String>> NEWER_CHOICES = Map.of(
            "ObscureKeystrokeTiming", List.of("yes", "no", "interval:50", "interval:20"),
            "ChannelTimeout", List.of("none", "session=5m", "x11*=1 direct-*=2h"),
            "Tag", List.of("red", "blue", "\"\"", "%h"),
            "VersionAddendum", List.of("none", "hello there", "x # y", "%n"));

    private static final List<String> NUMBERS = List.of(
            "CanonicalizeMaxDots",
            "ConnectionAttempts",
            "NumberOfPasswordPrompts",
            "ServerAliveCountMax",
            "RequiredRSASize");

    private static final List<String> NUMBER_WORDS = List.of("1", "2", "7", "0003", "1024", "2147483647");

    private static final List<String> TIMES =
            List.of("ConnectTimeout", "ServerAliveInterval", "ForwardX11Timeout", "ProtocolKeepAlives", "SetupTimeOut");

    private static final List<String> TIME_WORDS =
            List.of("0", "15", "1m", "1h30m", "2D", "1w", "1m30", "none", "90S", "68y");

    private static final List<String> TEXTS = List.of(
            "HostKeyAlias",
            "XAuthLocation",
            "KbdInteractiveDevices",
            "PreferredAuthentications",
            "BindAddress",
            "BindInterface",
            "PKCS11Provider",
            "SecurityKeyProvider");

    private static final List<String> TEXT_WORDS =
            List.of("x", "Some.Thing", "none", "NONE", "\"two words\"", "'q'", "a\\ b", "x#y", "%h", "%%", "~/x");

    private static final List<String> PATHS = List.of(
            "IdentityFile",
            "CertificateFile",
            "ControlPath",
            "RevokedHostKeys",
            "IdentityAgent",
            "UserKnownHostsFile",
            "GlobalKnownHostsFile");

    private static final List<String> PATH_WORDS = List.of(
            "~/.ssh/x",
            "/x/%n-%h-%p-%r",
            "/%u/%i/%d",
            "%L-%l",
            "/c/%C",
            "/k/%k",
            "${GREETING}/y",
            "/a\\ b",
            "none",
            "~other/z",
            "relative",
            "\"/two words\"",
            "/%%");

    private static final List<String> COMMANDS =
            List.of("ProxyCommand", "LocalCommand", "KnownHostsCommand", "RemoteCommand");

    private static final List<String> COMMAND_WORDS =
            List.of("none", "ssh -W %h:%p gate", "nc %h %p # c", "\"a b\" c", "= x", "/bin/x %n", "None");

    private static final List<String> FORWARDS = List.of(
            "LocalForward 8080 localhost:80",
            "LocalForward *:8081 [::1]:http",
            "LocalForward [::1]:8082 db:5432",
            "LocalForward /tmp/s-%n db:1",
            "LocalForward 9000 /run/%r",
            "LocalForward 8080 localhost:80",
            "RemoteForward 80 h:80",
            "RemoteForward 0 h:80",
            "RemoteForward 1080",
            "RemoteForward b:1 /s-%h",
            "DynamicForward 1080",
            "DynamicForward [::1]:1081",
            "DynamicForward *:1082",
            "DynamicForward 1080");

    private static final List<String> HOP_WORDS = List.of(
            "gate", "alice@gate:2200,b", "none", "ssh://c@gate:7", "[::1]:22,b  # d", "%r@gate", "GATE", "a,b,c");

    private static final List<String> WHO = List.of(
            "HostName %h.example.org",
            "HostName 10.0.0.1",
            "HostName=FE80::1",
            "HostName gate",
            "Hostname \"%%h\"",
            "HostName Upper.Case",
            "HostName www",
            "User alice",
            "user = \"bob b\"",
            "User 'x'  # comment",
            "User ali",
            "Port 2222",
            "PORT=22",
            "Port ssh",
            "Port = 1",
            "IgnoreUnknown frob*,use*",
            "Frobnicate yes",
            "RSAAuthentication no",
            "Protocol 2");

    private static final List<String> NAMED_ALGORITHMS = List.of(
            "Ciphers",
            "MACs",
            "KexAlgorithms",
            "HostKeyAlgorithms",
            "PubkeyAcceptedAlgorithms",
            "HostbasedAcceptedAlgorithms",
            "CASignatureAlgorithms");

    private static final Map<String, List<String>> ALGORITHMS = Map.of(
            "Ciphers", List.of("aes128-ctr", "aes256-gcm@openssh.com", "3des-cbc", "aes128-cbc", "aes*", "*-cbc"),
            "MACs", List.of("hmac-sha2-256", "hmac-sha1", "hmac-md5", "umac-64@openssh.com", "*-etm@*", "hmac-*"),
            "KexAlgorithms", List.of("curve25519-sha256", "diffie-hellman-group1-sha1", "ecdh-*", "*sha1", "sntrup*"));

    private static final List<String> KEY_TYPES =
            List.of("ssh-ed25519", "ssh-rsa", "rsa-sha2-512", "ecdsa-*", "*cert*", "sk-*", "*");

    private static final List<String> BAD = List.of(
            "Port 0",
            "Port",
            "Port 99999",
            "Frobnicate2 yes",
            "BatchMode maybe",
            "User a b",
            "ServerAliveInterval 1x",
            "LocalForward 80",
            "LocalForward x y:z",
            "HostName %n",
            "UserKnownHostsFile ${MISSING}",
            "Compression true",
            "ProxyJump a b,",
            "ProxyJump @a",
            "Match foo",
            "Match",
            "Match all host x",
            "Host \"\"",
            "IdentityFile \"a",
            "ConnectionAttempts 0",
            "Ciphers nope",
            "RekeyLimit 5",
            "ControlPath /%z",
            "SendEnv A=b",
            "SetEnv A",
            "Match host",
            "Match final all x",
            "EscapeChar ab",
            "ForwardAgent $a-b",
            "Include \"\"",
            "LogLevel loud");

    private RandomVocabulary() {}

    static String bad(Random random) {
        return pick(random, BAD);
    }

    /** A line that sets something, as {@code Keyword value}. */
    static String setting(Random random, OpenSsh ssh, OracleWorld world) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> pick(random, WHO);
            case 2, 3 -> pick(random, FLAGS) + " " + pick(random, FLAG_WORDS);
            case 4, 5 -> choice(random, ssh, world);
            case 6 -> pick(random, NUMBERS) + " " + pick(random, NUMBER_WORDS);
            case 7 -> pick(random, TIMES) + " " + pick(random, TIME_WORDS.subList(0, TIME_WORDS.size() - 1));
            case 8 -> pick(random, TEXTS) + " " + pick(random, TEXT_WORDS);
            case 9, 10 -> pick(random, PATHS) + " " + pick(random, PATH_WORDS);
            case 11 ->
                random.nextInt(3) == 0
                        ? "ProxyJump " + pick(random, HOP_WORDS)
                        : pick(random, COMMANDS) + " " + pick(random, COMMAND_WORDS);
            case 12 -> pick(random, FORWARDS);
            default -> algorithms(random);
        };
    }

    private static String choice(Random random, OpenSsh ssh, OracleWorld world) {
        int which = random.nextInt(14);
        if (which == 0 && world.isItsOwn()) {
            return "CanonicalizeHostname " + pick(random, List.of("yes", "no", "always", "True"));
        }
        if (which == 1) {
            return "CanonicalDomains "
                    + pick(random, List.of("example.org", "example.com example.org", "none", "X.org"));
        }
        boolean newer = which == 2 && ssh.isAtLeast(10, 0);
        Map<String, List<String>> choices = newer ? NEWER_CHOICES : CHOICES;
        List<String> keywords = new ArrayList<>(choices.keySet());
        keywords.sort(String::compareTo);
        String keyword = pick(random, keywords);
        return keyword.equals("CanonicalizePermittedCNAMEs") && !world.isItsOwn()
                ? keyword + " none"
                : keyword + " " + pick(random, choices.getOrDefault(keyword, List.of()));
    }

    private static String algorithms(Random random) {
        String keyword = pick(random, NAMED_ALGORITHMS);
        List<String> names = ALGORITHMS.getOrDefault(keyword, KEY_TYPES);
        List<String> chosen = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> pick(random, names))
                .toList();
        String sign = pick(random, List.of("", "+", "-", "-", "^"));
        List<String> allowed = sign.equals("-") || !ALGORITHMS.containsKey(keyword)
                ? chosen
                : chosen.stream().filter(name -> !name.contains("*")).toList();
        return keyword + " " + sign + (allowed.isEmpty() ? names.get(0) : String.join(",", allowed));
    }

    static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
