package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/**
 * The condition of a {@code Match} line: ssh_config(5), section Match.
 *
 * @param criteria all of which must hold, in order
 */
record MatchCondition(List<Criterion> criteria) {

    MatchCondition {
        criteria = List.copyOf(criteria);
    }

    /**
     * @param argument empty for criteria that take none
     * @param networks what the argument of {@code localnetwork} says, none for other kinds
     */
    record Criterion(Kind kind, Sense sense, String argument, Networks networks) {}

    /** Whether a criterion must hold, or must not. */
    enum Sense {
        PLAIN,
        NEGATED
    }

    /** What a criterion looks at. */
    enum Kind {
        ALL("all", 0, 0),
        CANONICAL("canonical", 0, 0),
        FINAL("final", 0, 0),
        HOST("host", 0, 0),
        ORIGINAL_HOST("originalhost", 0, 0),
        USER("user", 0, 0),
        LOCAL_USER("localuser", 0, 0),
        EXEC("exec", 0, 0),
        /** Release notes of 9.4. */
        LOCAL_NETWORK("localnetwork", 9, 4),
        /** Release notes of 9.4. */
        TAGGED("tagged", 9, 4),
        /** Release notes of 10.0. */
        VERSION("version", 10, 0),
        /** Release notes of 10.0. */
        COMMAND("command", 10, 0),
        /** Release notes of 10.0. */
        SESSION_TYPE("sessiontype", 10, 0);

        private final String word;
        private final int sinceMajor;
        private final int sinceMinor;

        Kind(String word, int sinceMajor, int sinceMinor) {
            this.word = word;
            this.sinceMajor = sinceMajor;
            this.sinceMinor = sinceMinor;
        }

        String word() {
            return word;
        }

        boolean takesArgument() {
            return this != ALL && this != CANONICAL && this != FINAL;
        }

        /** Release notes of 10.0: an empty argument stands for what is not set. */
        boolean takesEmptyArgument(OpenSsh ssh) {
            return (this == TAGGED || this == COMMAND) && ssh.isAtLeast(10, 0);
        }

        static Optional<Kind> of(String word, OpenSsh ssh) {
            for (Kind kind : values()) {
                if (kind.word.equalsIgnoreCase(word) && ssh.isAtLeast(kind.sinceMajor, kind.sinceMinor)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    static Parsed<MatchCondition> parse(ConfigLine line, OpenSsh ssh) {
        return new MatchParser(line, ssh).parse();
    }
}
