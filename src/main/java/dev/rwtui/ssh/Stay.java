package dev.rwtui.ssh;

import java.time.Instant;
import java.util.Optional;

/** How long a gateway that nobody uses now keeps its session. On the engine's thread alone. */
final class Stay {

    private final LinkTools tools;
    private final Alarm over;
    private Optional<Lingering> lingering = Optional.empty();

    Stay(LinkTools tools) {
        this.tools = tools;
        this.over = new Alarm(tools);
    }

    void begin(Runnable then) {
        Instant now = tools.timers().now();
        lingering = Optional.of(new Lingering(now, now.plus(tools.linger())));
        over.set(tools.linger(), then);
    }

    void end() {
        over.cancel();
        lingering = Optional.empty();
    }

    /** Empty where somebody uses it. */
    Optional<Lingering> lingering() {
        return lingering;
    }

    /** Whether its time has passed without its alarm: timers stand still while a machine sleeps. */
    boolean isOverdue() {
        return lingering
                .filter(stay -> !tools.timers().now().isBefore(stay.until()))
                .isPresent();
    }
}
