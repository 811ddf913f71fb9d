package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The condition of a {@code Match} line: checked, not evaluated. */
final class MatchCondition {

    private static final List<String> BARE = List.of("canonical", "final");

    private static final List<String> WITH_ARGUMENT = List.of(
            "exec",
            "host",
            "localnetwork",
            "localuser",
            "originalhost",
            "tagged",
            "user",
            "version",
            "command",
            "sessiontype");

    private static final String BAD = "Bad Match condition";

    private MatchCondition() {}

    /** Criteria are separated by blanks, and from their argument by blanks or {@code =}. */
    static ArgumentSyntax syntax() {
        return (line, facts) -> {
            ConfigLine.Cursor words = new ConfigLine.Cursor(line.rest());
            int attributes = 0;
            Optional<String> next = word(words);
            while (next.isPresent()) {
                String attribute = next.get().replaceFirst("^!", "").toLowerCase(Locale.ROOT);
                if (attribute.equals("all")) {
                    return attributes > 1 || word(words).isPresent() ? Optional.of(BAD) : Optional.empty();
                }
                attributes++;
                if (!BARE.contains(attribute)
                        && !(WITH_ARGUMENT.contains(attribute) && word(words).isPresent())) {
                    return Optional.of(BAD);
                }
                next = word(words);
            }
            return attributes == 0 ? Optional.of(BAD) : Optional.empty();
        };
    }

    /** Empty at the end and at a comment. */
    private static Optional<String> word(ConfigLine.Cursor words) {
        return words.next().filter(word -> !word.isEmpty() && word.charAt(0) != '#');
    }
}
