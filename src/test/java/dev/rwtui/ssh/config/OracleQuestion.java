package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What both are asked.
 *
 * @param dashF what follows {@code -F}, {@code @DIR@} as in the files; empty for the default files
 * @param options what follows each {@code -o}
 * @param environment what is added to the environment that all questions share
 */
record OracleQuestion(
        OracleTree tree, Optional<String> dashF, String name, List<String> options, Map<String, String> environment) {

    private static final int SHOWN_LINES = 80;

    private static final int SHOWN_COLUMNS = 200;

    /** By {@code -F config} where the tree has one, by the default files where not. */
    static OracleQuestion of(OracleTree tree, String name, List<String> options) {
        Optional<String> dashF = tree.entries().containsKey("config") ? Optional.of("@DIR@/config") : Optional.empty();
        return new OracleQuestion(tree, dashF, name, options, Map.of());
    }

    OracleQuestion with(OracleTree other) {
        return new OracleQuestion(other, dashF, name, options, environment);
    }

    OracleQuestion with(List<String> otherOptions) {
        return new OracleQuestion(tree, dashF, name, otherOptions, environment);
    }

    /** As one would type it, and the files. */
    String words() {
        StringBuilder words = new StringBuilder(environment + " ssh -G");
        dashF.ifPresent(file -> words.append(" -F ").append(file));
        options.forEach(option -> words.append(" -o '").append(option).append('\''));
        words.append(" '").append(name).append("'\n");
        tree.entries().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> words.append("--- " + entry.getKey() + "\n" + shown(entry.getValue())));
        return words.toString();
    }

    private static String shown(OracleTree.Entry entry) {
        return entry instanceof OracleTree.Entry.Text file
                ? file.text()
                        .lines()
                        .limit(SHOWN_LINES)
                        .map(line -> line.substring(0, Math.min(line.length(), SHOWN_COLUMNS)) + "\n")
                        .collect(Collectors.joining())
                : entry + "\n";
    }
}
