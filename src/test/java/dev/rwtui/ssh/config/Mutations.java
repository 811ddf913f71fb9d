package dev.rwtui.ssh.config;

import static dev.rwtui.ssh.config.RandomVocabulary.pick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Spoils configurations: bytes, words and lines. Texts have a character for each byte. */
final class Mutations {

    private static final int MOST_AT_ONCE = 8;

    private static final List<String> SPLINTERS = List.of(
            "\0",
            "\r",
            "\n",
            "\r\n",
            "\f",
            "\u000b",
            "\u00ef\u00bb\u00bf",
            "\"",
            "'",
            "\\",
            "#",
            "=",
            " ",
            "\t",
            "%",
            "%%",
            "%h",
            "%z",
            "${",
            "${}",
            "${GREETING}",
            "${MISSING}",
            "~",
            "~nobody/",
            "*",
            "?",
            "[",
            "]",
            "!",
            ",",
            ":",
            "@",
            "/",
            "-",
            "+",
            "^",
            "\u00ff\u00fe",
            "\u00c3",
            "\u0080",
            "\u007f",
            "0",
            "99999999999999999999",
            "-1",
            "none",
            "yes",
            "ssh://",
            "::",
            "[::1]:",
            "Host ",
            "Match ",
            "Include ",
            "Match exec ",
            "final ",
            "canonical ");

    private static final List<String> LINES = List.of(
            "Host *",
            "Host !*",
            "Match all",
            "Match final",
            "Match canonical",
            "Match exec \"test %h\"",
            "Match host",
            "Include @DIR@/*",
            "Include @DIR@/config",
            "Include @DIR@/inc",
            "Include ~/*",
            "Include /dev/null",
            "Include @DIR@",
            "Include \"",
            "IgnoreUnknown *",
            "IgnoreUnknown !*",
            "CanonicalizeHostname always",
            "CanonicalDomains a b c",
            "CanonicalizeMaxDots 99",
            "ProxyJump a,b,c",
            "ProxyCommand ssh -W %h:%p x",
            "ProxyCommand ssh -F @DIR@/config -W [%h]:%p \"a b\"",
            "LocalForward 1 a:2",
            "Port 0",
            "HostName %h.%h",
            "UserKnownHostsFile ~/%C ${GREETING}",
            "Ciphers -*",
            "MACs +*",
            "KexAlgorithms ^",
            "RekeyLimit 1.5E 99w",
            "ConnectTimeout 99999999999w",
            "SetEnv =",
            "SendEnv -*",
            "EscapeChar ^",
            "Tag ${A}",
            "IPQoS 0x",
            "User %r");

    private final Random random;
    private final List<OracleTree> others;

    /** @param others to take pieces of */
    Mutations(Random random, List<OracleTree> others) {
        this.random = random;
        this.others = others;
    }

    OracleTree spoiled(OracleTree tree) {
        OracleTree spoiled = tree;
        for (int left = 1 + random.nextInt(MOST_AT_ONCE); left > 0; left--) {
            spoiled = once(spoiled);
        }
        return spoiled;
    }

    private OracleTree once(OracleTree tree) {
        List<String> names = List.copyOf(tree.texts().keySet());
        if (names.isEmpty() || random.nextInt(20) == 0) {
            return tree.with("inc", someText());
        }
        String name = pick(random, names);
        String text = tree.texts().getOrDefault(name, "");
        return tree.with(name, random.nextBoolean() ? bytes(text) : lines(text));
    }

    private String bytes(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        String middle = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> text.substring(from, to).repeat(2 + random.nextInt(3));
            case 2 -> noise(1 + random.nextInt(16));
            case 3 -> text.substring(from, to) + pick(random, SPLINTERS);
            case 4 -> pick(random, SPLINTERS) + pick(random, SPLINTERS);
            default -> new StringBuilder(text.substring(from, to)).reverse().toString();
        };
        return text.substring(0, from) + middle + text.substring(to);
    }

    private String noise(int length) {
        return random.ints(length, 0, 256)
                .mapToObj(i -> String.valueOf((char) i))
                .collect(Collectors.joining());
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.add(at, pick(random, LINES));
            case 3 -> lines.set(at, words(lines.get(at)));
            case 4 -> lines.add(at, someText());
            default -> lines.add(at, lines.remove(random.nextInt(lines.size())));
        }
        return String.join("\n", lines);
    }

    private String words(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.split("(?<=\\s)(?=\\S)")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(3)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(random.nextInt(words.size())));
            default -> words.add(at, pick(random, SPLINTERS));
        }
        return String.join("", words);
    }

    private String someText() {
        List<String> texts = List.copyOf(pick(random, others).texts().values());
        String text = texts.isEmpty() ? "" : pick(random, texts);
        int from = text.indexOf('\n', random.nextInt(text.length() + 1)) + 1;
        return text.substring(from, Math.min(text.length(), from + random.nextInt(200)));
    }
}
