package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.SshOracle.Question;
import dev.rwtui.ssh.config.SshOracle.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code ssh-config/corpus.txt}: small configurations, each for one rule or one shape of real life. */
final class OracleCorpus {

    private static final String RESOURCE = "/ssh-config/corpus.txt";

    private OracleCorpus() {}

    record Case(String title, Tree tree, List<String> names, List<String> options) {

        List<Question> questions() {
            return names.stream().map(name -> new Question(tree, name, options)).toList();
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream in = OracleCorpus.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^=== "))
                    .skip(1)
                    .map(OracleCorpus::parse)
                    .toList();
        }
    }

    private static Case parse(String text) {
        String[] parts = text.split("(?m)^--- ");
        List<String> head = parts[0].lines().toList();
        List<String> names = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String line : head.subList(1, head.size())) {
            if (line.startsWith("ask ")) {
                names.addAll(List.of(line.substring(4).split(", ")));
            } else {
                options.add(line.substring("option ".length()));
            }
        }
        Map<String, String> texts = new TreeMap<>();
        Arrays.stream(parts).skip(1).forEach(part -> {
            int end = part.indexOf('\n');
            texts.put(part.substring(0, end), unescaped(part.substring(end + 1)));
        });
        return new Case(head.get(0), new Tree(texts), names, options);
    }

    private static String unescaped(String text) {
        return text.replace("<NOLF>\n", "")
                .replace("<CR>", "\r")
                .replace("<FF>", "\f")
                .replace("<NUL>", "\0")
                .replace("<BOM>", "\u00ef\u00bb\u00bf");
    }
}
