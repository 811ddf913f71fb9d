package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/** A configuration file as it was read, its includes in place. */
record ParsedFile(String path, List<Node> nodes) {

    ParsedFile {
        nodes = List.copyOf(nodes);
    }

    /** What one line means; a blank one means nothing. */
    sealed interface Node {}

    /** Decides whether the lines below it apply. */
    sealed interface Condition {}

    /**
     * A keyword with its value.
     *
     * @param owner whose file it stands in; the command line is the user's
     */
    record Setting(Origin origin, Owner owner, Keyword keyword, ConfigLine line) implements Node {

        /** The first argument; only for keywords whose syntax demands one. */
        String first() {
            return line.arguments().get(0);
        }
    }

    /**
     * @param description the comment right above the line, {@code #} taken off and lines joined; may be empty
     * @param fault of a word after the first, which ssh does not look at in a file that it only skims
     */
    record HostLine(Origin.Line origin, List<String> patterns, String description, Optional<Problem> fault)
            implements Node, Condition {
        HostLine {
            patterns = List.copyOf(patterns);
        }

        boolean namesOnlyLiterals() {
            for (String pattern : patterns) {
                if (!Pattern.isLiteral(pattern)) {
                    return false;
                }
            }
            return true;
        }
    }

    record MatchLine(Origin.Line origin, MatchCondition condition) implements Node, Condition {}

    /** No condition of its own. */
    record Always() implements Condition {
        static final Always INSTANCE = new Always();
    }

    record IncludeLine(List<ParsedFile> files) implements Node {
        IncludeLine {
            files = List.copyOf(files);
        }
    }

    /** An include whose path depends on the name that is looked up: it holds tokens or variables. */
    record LateInclude(Origin.Line origin, List<String> arguments, IncludePlace place) implements Node {
        LateInclude {
            arguments = List.copyOf(arguments);
        }
    }

    /** Whose file an {@code Include} stands in, and how many includes lead there. */
    record IncludePlace(Owner owner, int depth) {}

    /** Whose file, and the files it includes: relative paths in an {@code Include} lead beside it. */
    enum Owner {
        USER,
        SYSTEM
    }

    /** What ssh would end with, where it would. */
    record Fault(Problem problem) implements Node {}

    /** A keyword that no {@code ssh} knows: an error unless {@code IgnoreUnknown} names it. */
    record UnknownLine(Problem problem, String keyword) implements Node {}
}
