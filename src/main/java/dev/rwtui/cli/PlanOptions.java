package dev.rwtui.cli;

import picocli.CommandLine.Option;

/** Options of what is planned before it is carried out. */
final class PlanOptions {

    @Option(names = "--dry-run", description = "Show the plan, and change nothing.")
    private boolean dry;

    @Option(names = "--yes", description = "Carry the plan out without asking.")
    private boolean agreed;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** Whether the plan is all that is wanted. */
    boolean isDry() {
        return dry;
    }

    /** Whether the answer is known. */
    boolean isAgreed() {
        return agreed;
    }

    boolean isJson() {
        return json;
    }
}
