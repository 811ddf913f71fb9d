package dev.rwtui.python;

import dev.rwtui.base.Timers;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Frame;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells a survey as it grows, and nothing once its end is told. Each telling is of all that is known, so there are few:
 * the next comes 100 ms after the one before has been told, however much is heard meanwhile.
 */
final class Telling {

    static final Duration PAUSE = Duration.ofMillis(100);

    private final Timers timers;
    private final Executor threads;
    private final SurveyReading reading;
    private final Consumer<Survey> told;
    private Optional<Timers.Scheduled> due = Optional.empty();
    private boolean over;

    Telling(Timers timers, Executor threads, SurveyReading reading, Consumer<Survey> told) {
        this.timers = timers;
        this.threads = threads;
        this.reading = reading;
        this.told = told;
    }

    synchronized void begin() {
        told.accept(reading.soFar());
    }

    synchronized void hear(Frame frame) {
        if (reading.hear(frame) && due.isEmpty()) {
            // The timer's thread serves everybody: putting a survey together is not for it.
            due = Optional.of(timers.after(PAUSE, () -> threads.execute(this::tell)));
        }
    }

    synchronized void end(Survey last) {
        over = true;
        due.ifPresent(Timers.Scheduled::cancel);
        told.accept(last);
    }

    private synchronized void tell() {
        due = Optional.empty();
        if (!over) {
            told.accept(reading.soFar());
        }
    }
}
