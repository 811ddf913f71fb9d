package dev.rwtui.python;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;
import java.util.function.Consumer;

/** Finds the python environments of a machine, and what is installed in one. Leaves nothing there. */
public final class EnvironmentProbe {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Scripts scripts;
    private final Timers timers;
    private final Duration limit;

    public EnvironmentProbe(Scripts scripts, Timers timers) {
        this(scripts, timers, LIMIT);
    }

    EnvironmentProbe(Scripts scripts, Timers timers, Duration limit) {
        this.scripts = scripts;
        this.timers = timers;
        this.limit = limit;
    }

    /**
     * Surveys a machine. Blocks until it has ended, 10 s at most; fails by a {@link Survey.Stage#FAILED} survey alone.
     *
     * @param told is given all that is known: at the begin, every 50 ms while something new comes, and at the end. It runs
     *     on this thread or on the timer's, never on both at once, and must not block.
     */
    public void survey(Place place, SurveyWish wish, Cancellation cancellation, Consumer<Survey> told) {
        SurveyReading reading = new SurveyReading(wish, timers.now());
        Telling telling = new Telling(timers, reading, told);
        telling.begin();
        try {
            Scripts.End end = scripts.run(place, script(wish), limit, cancellation, telling::hear);
            telling.end(finish(reading, end, cancellation));
        } catch (PlaceException e) {
            telling.end(reading.failed(e.getMessage()));
        }
    }

    /** To come. */
    public PackageSet packages(Place place, String prefix, Cancellation cancellation) throws PlaceException {
        throw new PlaceException("not yet");
    }

    private Survey finish(SurveyReading reading, Scripts.End end, Cancellation cancellation) {
        if (end == Scripts.End.WHOLE) {
            return reading.done("it broke off");
        }
        return cancellation.isCancelled()
                ? reading.failed("cancelled")
                : reading.done("not finished after " + limit.toSeconds() + " s");
    }

    private static Script script(SurveyWish wish) {
        return Script.beside(EnvironmentProbe.class, "survey.sh")
                .with("repository", wish.repository().orElse(""))
                .with("origins", wish.origins().isEmpty() ? "" : "wanted");
    }
}
