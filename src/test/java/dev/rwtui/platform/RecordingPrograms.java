package dev.rwtui.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that only note how they are started. */
final class RecordingPrograms extends Programs {

    /** Each with what it was fed, after {@code <}. */
    final List<String> started = new ArrayList<>();

    private final Set<String> there;
    private final Set<String> broken;

    /** @param broken commands, words joined by blanks, that end with status 1 */
    RecordingPrograms(Set<String> there, Set<String> broken) {
        super(Map.of());
        this.there = there;
        this.broken = broken;
    }

    @Override
    boolean has(String program) {
        return there.contains(program);
    }

    @Override
    Optional<String> feed(List<String> command, String text) {
        started.add(String.join("|", command) + " < " + text);
        return fault(command);
    }

    @Override
    Optional<String> start(List<String> command) {
        started.add(String.join("|", command));
        return fault(command);
    }

    private Optional<String> fault(List<String> command) {
        return broken.contains(String.join(" ", command)) ? Optional.of("exit status 1") : Optional.empty();
    }
}
