package dev.rwtui.python;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Finds the python environments of a machine, and what is installed in one. Leaves nothing there. */
public final class EnvironmentProbe {

    static final Duration LIMIT = Duration.ofSeconds(10);

    private final Scripts scripts;
    private final Timers timers;
    private final Executor threads;
    private final Duration limit;

    /** @param threads for what a survey tells while it goes on */
    public EnvironmentProbe(Scripts scripts, Timers timers, Executor threads) {
        this(scripts, timers, threads, LIMIT);
    }

    EnvironmentProbe(Scripts scripts, Timers timers, Executor threads, Duration limit) {
        this.scripts = scripts;
        this.timers = timers;
        this.threads = threads;
        this.limit = limit;
    }

    /**
     * Surveys a machine. Blocks until it has ended, 10 s at most once it runs there; fails by a {@link Survey.Stage#FAILED} survey alone.
     *
     * @param told is given all that is known: at the begin, every 100 ms at most while something new comes, and at the
     *     end. It runs on this thread or on one of the pool's, never on two at once, and must not block.
     */
    public void survey(Place place, SurveyWish wish, Cancellation cancellation, Consumer<Survey> told) {
        SurveyReading reading = new SurveyReading(wish, timers.now());
        Telling telling = new Telling(timers, threads, reading, told);
        telling.begin();
        try {
            Optional<String> stopped = run(place, ProbeScript.survey(wish), cancellation, telling::hear);
            telling.end(
                    cancellation.isCancelled()
                            ? reading.failed("cancelled")
                            : reading.done(stopped.orElse("it broke off")));
        } catch (PlaceException e) {
            telling.end(reading.failed(e.words()));
        } catch (RuntimeException | Error e) {
            // Whoever waits for the end hears of one; the bug is told where bugs are.
            telling.end(reading.failed("a bug in rwtui: " + e));
            throw e;
        }
    }

    /**
     * Tells what stopped a script. The clock counts, and not the script's last word: a shell may say that when all that it
     * waited for has just been killed.
     */
    private Optional<String> run(Place place, Script script, Cancellation cancellation, Consumer<Frame> frames)
            throws PlaceException {
        AtomicLong begun = new AtomicLong();
        Place noting = (command, given) -> {
            Place.Running running = place.start(command, given);
            begun.set(timers.nanos());
            return running;
        };
        Scripts.End end = scripts.run(noting, script, limit, cancellation, frames);
        if (cancellation.isCancelled()) {
            return Optional.of("cancelled");
        }
        boolean late = end == Scripts.End.STOPPED || timers.nanos() - begun.get() >= limit.toNanos();
        return late ? Optional.of("not finished after " + limit.toSeconds() + " s") : Optional.empty();
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
        Optional<String> stopped = run(place, ProbeScript.packages(prefix, interpreter), cancellation, reading::hear);
        if (stopped.isPresent()) {
            throw new PlaceException("the packages in " + prefix + " were not listed: " + stopped.get());
        }
        return reading.packages().orElseThrow(() -> new PlaceException("there is no python environment in " + prefix));
    }
}
