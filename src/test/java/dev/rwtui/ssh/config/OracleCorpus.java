package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.OracleTree.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the files of {@code ssh-config/corpus}; {@code corpus/README.txt} has their form. */
final class OracleCorpus {

    private static final List<String> FILES =
            List.of("first", "match", "include", "tokens", "canonical", "shapes", "bad");

    private static final List<String> RELEASES = List.of("9.4", "9.5", "9.6", "9.8", "9.9", "10.0");

    private static final Pattern TIMES = Pattern.compile("<([0-9]+) TIMES ([^>]*)>");

    private static final Pattern LINES = Pattern.compile("<([0-9]+) LINES ([^>]*)>\n");

    private static final Pattern BYTE = Pattern.compile("<x([0-9a-f]{2})>");

    private static final Pattern ABOUT_ACCOUNTS = Pattern.compile("@HOME@|%r|~other");

    private OracleCorpus() {}

    /**
     * A configuration, and what is asked of it.
     *
     * @param source what says so; empty where nobody but {@code ssh} needs to
     * @param ownWorld whether it is about default files, accounts, names or addresses
     */
    record Case(String title, String source, Releases releases, boolean ownWorld, List<Ask> asks) {}

    /** @param expectations what {@code ssh} says to the question */
    record Ask(OracleQuestion question, List<Expectation> expectations) {}

    /** @param wanted {@code refused}, a line of {@code ssh -G}, or {@code without KEYWORD} */
    record Expectation(Releases releases, String wanted) {}

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>(releaseRules());
        for (String file : FILES) {
            cases.addAll(cases("/ssh-config/corpus/" + file + ".txt"));
        }
        text("/ssh-config/corpus/lines.txt")
                .lines()
                .filter(line -> line.contains(" => "))
                .map(OracleCorpus::line)
                .forEach(cases::add);
        return cases;
    }

    /** Those that prove what has changed from release to release. */
    static List<Case> releaseRules() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String release : RELEASES) {
            cases.addAll(cases("/ssh-config/releases/" + release + ".txt"));
        }
        return cases;
    }

    private static List<Case> cases(String resource) throws IOException {
        return Arrays.stream(text(resource).split("(?m)^=== "))
                .skip(1)
                .map(OracleCorpus::parse)
                .toList();
    }

    static String text(String resource) throws IOException {
        try (InputStream in = OracleCorpus.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Case parse(String text) {
        String[] parts = text.split("(?m)^--- ");
        List<String> head = parts[0].lines().filter(line -> !line.isBlank()).toList();
        OracleTree tree = new OracleTree(Map.of());
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            int end = part.indexOf('\n');
            tree = withEntry(tree, part.substring(0, end), bytes(part.substring(end + 1)));
        }
        return new Head(head.get(0), tree).read(head.subList(1, head.size()));
    }

    /** {@code LINE => EXPECTATION ; EXPECTATION}. */
    private static Case line(String text) {
        String[] ends = text.split(" => ", 2);
        OracleTree tree = OracleTree.of(bytes(ends[0].replace(" // ", "\n") + "\n"));
        List<String> head = new ArrayList<>(List.of("ask a"));
        if (ABOUT_ACCOUNTS.matcher(text).find()) {
            head.add("in world");
        }
        Arrays.stream(ends[1].split(" ; ")).map("expect "::concat).forEach(head::add);
        return new Head(ends[0], tree).read(head);
    }

    /** A name, {@code NAME -> TARGET}, {@code NAME/} or {@code NAME mode rw-r--r--}. */
    private static OracleTree withEntry(OracleTree tree, String name, String text) {
        if (name.contains(" -> ")) {
            String[] ends = name.split(" -> ");
            return tree.with(ends[0], new Entry.Link(ends[1]));
        }
        if (name.endsWith("/")) {
            return tree.with(name.substring(0, name.length() - 1), new Entry.Directory());
        }
        int mode = name.indexOf(" mode ");
        return mode < 0
                ? tree.with(name, text)
                : tree.with(name.substring(0, mode), new Entry.Text(text, name.substring(mode + " mode ".length())));
    }

    /** Each character a byte of the file. */
    private static String bytes(String text) {
        return unescaped(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    static String unescaped(String text) {
        String plain = text.replace("<NOLF>\n", "")
                .replace("<CR>", "\r")
                .replace("<FF>", "\f")
                .replace("<NUL>", "\0")
                .replace("<BOM>", "\u00ef\u00bb\u00bf");
        String bytes = BYTE.matcher(plain)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
        String lines = LINES.matcher(bytes)
                .replaceAll(
                        found -> Matcher.quoteReplacement(counted(found.group(2), Integer.parseInt(found.group(1)))));
        return TIMES.matcher(lines)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static String counted(String line, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> line.replace("#", Integer.toString(number)) + "\n")
                .collect(Collectors.joining());
    }

    /** Gathers the lines before the files. */
    private static final class Head {

        private final String title;
        private final OracleTree tree;
        private final List<String> options = new ArrayList<>();
        private final Map<String, String> environment = new TreeMap<>();
        private final List<List<String>> names = new ArrayList<>();
        private final List<List<Expectation>> expectations = new ArrayList<>();
        private String source = "";
        private Releases releases = Releases.ALL;
        private Optional<String> dashF;
        private boolean ownWorld;

        Head(String title, OracleTree tree) {
            this.title = title;
            this.tree = tree;
            this.dashF = tree.entries().containsKey("config") ? Optional.of("@DIR@/config") : Optional.empty();
            this.ownWorld = dashF.isEmpty();
        }

        Case read(List<String> lines) {
            lines.forEach(this::read);
            List<Ask> asks = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                for (String name : names.get(i)) {
                    asks.add(new Ask(
                            new OracleQuestion(tree, dashF, name, List.copyOf(options), Map.copyOf(environment)),
                            List.copyOf(expectations.get(i))));
                }
            }
            if (asks.isEmpty()) {
                throw new IllegalArgumentException(title + " asks nothing");
            }
            return new Case(title, source, releases, ownWorld, asks);
        }

        private void read(String line) {
            int blank = line.indexOf(' ');
            String rest = unescaped(line.substring(blank + 1));
            switch (line.substring(0, blank)) {
                case "ask" -> {
                    names.add(List.of(rest.split(", ")));
                    expectations.add(new ArrayList<>());
                }
                case "expect" -> expectations.get(expectations.size() - 1).add(expectation(rest));
                case "option" -> options.add(rest);
                case "file" -> dashF = Optional.of(rest);
                case "environment" ->
                    environment.put(rest.substring(0, rest.indexOf('=')), rest.substring(rest.indexOf('=') + 1));
                case "source" -> source = rest;
                case "since" -> releases = releases.from(rest);
                case "before" -> releases = releases.until(rest);
                case "in" -> ownWorld = true;
                default -> throw new IllegalArgumentException(title + ": " + line);
            }
        }

        private static Expectation expectation(String text) {
            String[] words = text.split(" ", 3);
            return switch (words[0]) {
                case "since" -> new Expectation(Releases.ALL.from(words[1]), words[2]);
                case "before" -> new Expectation(Releases.ALL.until(words[1]), words[2]);
                default -> new Expectation(Releases.ALL, text);
            };
        }
    }
}
