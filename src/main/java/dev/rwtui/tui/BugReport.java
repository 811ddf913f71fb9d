package dev.rwtui.tui;

import java.util.List;

/**
 * A fault of the program itself.
 *
 * @param lastEvents oldest first, without secrets
 */
public record BugReport(Throwable cause, List<String> lastEvents) {

    public BugReport {
        lastEvents = List.copyOf(lastEvents);
    }
}
