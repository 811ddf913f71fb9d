package dev.rwtui.python;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
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
            Scripts.End end = scripts.run(place, ProbeScript.survey(wish), limit, cancellation, telling::hear);
            telling.end(finish(reading, end, cancellation));
        } catch (PlaceException e) {
            telling.end(reading.failed(e.getMessage()));
        }
    }

    private Survey finish(SurveyReading reading, Scripts.End end, Cancellation cancellation) {
        if (end == Scripts.End.WHOLE) {
            return reading.done("it broke off");
        }
        return cancellation.isCancelled()
                ? reading.failed("cancelled")
                : reading.done("not finished after " + limit.toSeconds() + " s");
    }

    /**
     * Everything installed in the environment at a prefix. Blocks, 10 s at most.
     *
     * @throws PlaceException where there is none, it cannot be asked, or it takes too long
     */
    public PackageSet packages(Place place, String prefix, Cancellation cancellation) throws PlaceException {
        return packages(place, prefix, "", cancellation);
    }

    /** As above; of pythons that share a prefix, as those of a system do, this very one's. */
    public PackageSet packages(Place place, Environment environment, Cancellation cancellation) throws PlaceException {
        boolean shares = environment.kind() == EnvironmentKind.SYSTEM;
        return packages(
                place, environment.prefix(), shares ? environment.interpreter().orElse("") : "", cancellation);
    }

    private PackageSet packages(Place place, String prefix, String interpreter, Cancellation cancellation)
            throws PlaceException {
        PackageReading reading = new PackageReading(prefix);
        Scripts.End end =
                scripts.run(place, ProbeScript.packages(prefix, interpreter), limit, cancellation, reading::hear);
        if (end != Scripts.End.WHOLE) {
            throw new PlaceException("the packages in " + prefix + " were not listed: "
                    + (cancellation.isCancelled() ? "cancelled" : "not finished after " + limit.toSeconds() + " s"));
        }
        return reading.packages().orElseThrow(() -> new PlaceException("there is no python environment in " + prefix));
    }
}
