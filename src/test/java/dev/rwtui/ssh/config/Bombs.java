package dev.rwtui.ssh.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations that are large, deep or slow in one way each. */
final class Bombs {

    private static final int MEGA = 1_000_000;

    private Bombs() {}

    /** The name for which most of them are slow. */
    static final String NAME = "a".repeat(60);

    static Map<String, OracleTree> all() {
        Map<String, OracleTree> all = new LinkedHashMap<>();
        lines().forEach((title, text) -> all.put(title, OracleTree.of(text)));
        all.put("a file that includes itself thrice", OracleTree.of("Include @DIR@/config\n".repeat(3)));
        all.put("files that include each other", circle());
        all.put("files that are nested", chain(40));
        all.put("a file that includes itself by its host's name", lateCircle());
        all.put("ten thousand includes of one file", included("Include @DIR@/inc\n".repeat(10_000)));
        all.put("ten thousand names in one include", included("Include" + " @DIR@/inc".repeat(10_000) + "\n"));
        all.put("ten thousand globs", included("Include @DIR@/i*\n".repeat(10_000)));
        all.put("a glob of many stars", included("Include @DIR@/" + "*i".repeat(30) + "\n"));
        all.put("a glob of what cannot be listed", included("Include /proc/1/map_files/* /proc/1/*/x\n"));
        all.put("a device without end", included("Include /dev/zero\n"));
        all.put("a tree of includes", tree());
        return all;
    }

    private static Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("a comment of a megabyte", "#" + "x".repeat(MEGA) + "\nPort 5\n");
        lines.put("a word of a megabyte", "User " + "x".repeat(MEGA) + "\n");
        lines.put("a keyword of a megabyte", "x".repeat(MEGA) + " y\n");
        lines.put("blanks of a megabyte", "User" + " ".repeat(MEGA) + "x\n");
        lines.put("quotes of a megabyte", "User " + "\"\"".repeat(MEGA / 2) + "\n");
        lines.put("backslashes of a megabyte", "User " + "\\".repeat(MEGA) + "\n");
        lines.put("a quote that is never closed", "User \"" + "x\n".repeat(MEGA / 2));
        lines.put("words of a megabyte", "Host" + " a".repeat(MEGA / 2) + "\n");
        lines.put("lines of a megabyte", "Port 7\n".repeat(MEGA / 7));
        lines.put("blocks of a megabyte", numbered("Host h#\n Port #\n", 60_000));
        lines.put("nothing of a megabyte", "\0".repeat(MEGA));
        lines.put("line feeds of a megabyte", "\n".repeat(MEGA));
        lines.put("carriage returns of a megabyte", "\r".repeat(MEGA));
        lines.put("a pattern of many stars", "Host " + "*a".repeat(40) + "*b\n Port 1\n");
        lines.put("patterns of many stars", ("Host " + "*a".repeat(20) + "b\n").repeat(2_000));
        lines.put("a list of patterns of many stars", "Match host " + ("*a".repeat(25) + "b,").repeat(400) + "c\n");
        lines.put("an excuse of many stars", "IgnoreUnknown " + "*a".repeat(30) + "*b\n" + NAME + " x\n");
        lines.put(
                "algorithms of many stars",
                "KexAlgorithms -" + "*e*1".repeat(30) + "\nCiphers -" + "*a".repeat(30) + "\n");
        lines.put("variables of many stars", "SendEnv " + NAME + "\nSendEnv -" + "*a".repeat(30) + "*b\n");
        lines.put(
                "aliases of many stars",
                "CanonicalizeHostname yes\nCanonicalizePermittedCNAMEs " + "*a".repeat(30) + "b:" + "*a".repeat(30)
                        + "b\n");
        lines.put("criteria without end", "Match" + " host a".repeat(100_000) + "\n");
        lines.put("digits without end", "Port " + "9".repeat(MEGA) + "\n");
        lines.put("a time without end", "ConnectTimeout " + "1s".repeat(MEGA / 2) + "\n");
        lines.put("a limit without end", "RekeyLimit " + "9".repeat(100_000) + "." + "9".repeat(100_000) + "G\n");
        lines.put("hops without end", "ProxyJump " + "h,".repeat(100_000) + "h\n");
        lines.put("tokens without end", "ControlPath " + "%h".repeat(10_000) + "%C".repeat(2_000) + "\n");
        lines.put("variables without end", "UserKnownHostsFile " + "${GREETING}".repeat(10_000) + "\n");
        lines.put("algorithms without end", "Ciphers " + "aes128-ctr,".repeat(10_000) + "aes128-ctr\n");
        lines.put("algorithms at the head without end", "KexAlgorithms ^" + "curve25519-sha256,".repeat(5_000) + "x\n");
        lines.put("domains without end", "CanonicalizeHostname yes\nCanonicalDomains" + " a.b".repeat(5_000) + "\n");
        lines.put("networks without end", "Match localnetwork " + "10.0.0.0/8,".repeat(20_000) + "::/0\n");
        lines.put("forwards without end", numbered("LocalForward # h:#\n", 20_000));
        lines.put("the same forward without end", "LocalForward 80 h:80\n".repeat(20_000));
        lines.put("identities without end", numbered("IdentityFile /i#\n", 20_000));
        lines.put("variables to send without end", numbered("SendEnv A# -A#\n", 20_000));
        lines.put("variables to set without end", "SetEnv" + numbered(" A#=b", 20_000) + "\n");
        lines.put("commands without end", "ProxyCommand ssh" + " -o A=b".repeat(50_000) + " -W %h:%p g\n");
        lines.put("commands to run without end", "Match exec true\n".repeat(2_000));
        lines.put("second passes without end", "Match final\n Port 1\n".repeat(20_000));
        lines.put("a host name without end", "HostName " + "%h".repeat(20_000) + "\n");
        return lines;
    }

    private static String numbered(String text, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(i -> text.replace("#", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    private static OracleTree included(String config) {
        return OracleTree.of(config).with("inc", "IdentityFile /x\n");
    }

    private static OracleTree circle() {
        return OracleTree.of("Include @DIR@/a\nInclude @DIR@/b\n")
                .with("a", "Include @DIR@/b\nInclude @DIR@/a\n")
                .with("b", "Include @DIR@/a @DIR@/b\n");
    }

    /** Tokens keep it from being read before a name is looked up. */
    private static OracleTree lateCircle() {
        return OracleTree.of("Include @DIR@/a-%%\nInclude @DIR@/a-%%\n")
                .with("a-%", "Include @DIR@/a-%%\nInclude @DIR@/a-%%\nInclude @DIR@/a-%%\n");
    }

    private static OracleTree chain(int depth) {
        OracleTree chain = OracleTree.of("Include @DIR@/i1\n");
        for (int i = 1; i <= depth; i++) {
            chain = chain.with("i" + i, "Include @DIR@/i" + (i + 1) + "\n");
        }
        return chain;
    }

    /** Ten files of ten files of ten files of ten files. */
    private static OracleTree tree() {
        OracleTree tree = OracleTree.of("Include @DIR@/l1\n".repeat(10));
        for (int level = 1; level < 4; level++) {
            tree = tree.with("l" + level, ("Include @DIR@/l" + (level + 1) + "\n").repeat(10));
        }
        return tree.with("l4", "Host x\nPort 1\n");
    }
}
