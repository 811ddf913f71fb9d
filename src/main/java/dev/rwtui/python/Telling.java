package dev.rwtui.python;

import dev.rwtui.base.Timers;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Frame;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells a survey as it grows, at most every 50 ms, and nothing once its end is told. */
final class Telling {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Timers timers;
    private final SurveyReading reading;
    private final Consumer<Survey> told;
    private boolean due;
    private boolean over;

    Telling(Timers timers, SurveyReading reading, Consumer<Survey> told) {
        this.timers = timers;
        this.reading = reading;
        this.told = told;
    }

    synchronized void begin() {
        told.accept(reading.soFar());
    }

    synchronized void hear(Frame frame) {
        if (reading.hear(frame) && !due) {
            due = true;
            Timers.Scheduled ignored = timers.after(PAUSE, this::tell);
        }
    }

    synchronized void end(Survey last) {
        over = true;
        told.accept(last);
    }

    private synchronized void tell() {
        due = false;
        if (!over) {
            told.accept(reading.soFar());
        }
    }
}
