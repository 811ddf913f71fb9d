package dev.rwtui.ssh.model;

import java.util.List;

/** What {@code ssh -G} would say of a name. */
public sealed interface Resolution {

    /** Lines in the order of {@code ssh -G}. */
    record Resolved(List<Line> lines) implements Resolution {
        public Resolved {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The configuration is refused for this name.
     *
     * @param problems {@code file:line: what is wrong}, in the order of the files; never empty
     */
    record Refused(List<String> problems) implements Resolution {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One value.
     *
     * @param origin {@code file:line}, {@code command line} or {@code default}
     */
    record Line(String keyword, String value, String origin, Standing standing) {}

    /** What rwtui does with a value. */
    enum Standing {
        ACTED_ON,
        /** Kept and shown; rwtui does nothing with it. */
        KEPT
    }
}
