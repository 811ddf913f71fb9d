package dev.rwtui.ssh.config;

import java.util.List;

/** A configuration file as it was read, its includes in place. */
record ParsedFile(String path, List<Node> nodes) {

    ParsedFile {
        nodes = List.copyOf(nodes);
    }

    /** What one line means. Lines that ssh finds fault with, and blank ones, are no nodes. */
    sealed interface Node {}

    /** A keyword with its value. */
    record Setting(Origin origin, Keyword keyword, ConfigLine line) implements Node {

        /** The first argument; only for keywords whose syntax demands one. */
        String first() {
            return line.arguments().get(0);
        }
    }

    /** @param description the comment right above the line, {@code #} taken off and lines joined; may be empty */
    record HostLine(Origin.Line origin, List<String> patterns, String description) implements Node {
        HostLine {
            patterns = List.copyOf(patterns);
        }
    }

    record MatchLine(Origin.Line origin, String condition) implements Node {}

    record IncludeLine(List<ParsedFile> files) implements Node {
        IncludeLine {
            files = List.copyOf(files);
        }
    }

    /** A keyword that no {@code ssh} knows: an error unless {@code IgnoreUnknown} names it. */
    record UnknownLine(Problem problem, String keyword) implements Node {}
}
