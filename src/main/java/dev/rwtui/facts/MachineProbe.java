package dev.rwtui.facts;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks machines what they have and how busy they are. Writes nothing there. */
public final class MachineProbe {

    private static final Duration LIMIT = Duration.ofSeconds(6);

    /** Where the tools are that a bare {@code ssh host command} does not find. */
    private static final String MORE_PATH = "/usr/local/bin:/usr/sbin:/sbin:/usr/lib/wsl/lib:/opt/rocm/bin"
            + ":/opt/slurm/bin:/usr/local/slurm/bin:/usr/lpp/mmfs/bin";

    private final Scripts scripts;
    private final Timers timers;
    private final String morePath;

    public MachineProbe(Scripts scripts, Timers timers) {
        this(scripts, timers, MORE_PATH);
    }

    MachineProbe(Scripts scripts, Timers timers, String morePath) {
        this.scripts = scripts;
        this.timers = timers;
        this.morePath = morePath;
    }

    /** Read when a machine is first asked: a probe is made on the way to the first frame. */
    private static final class OnDemand {
        private static final Script SCRIPT = Script.beside(MachineProbe.class, "machine.sh");
    }

    /**
     * What one machine tells within 6 s. Blocks meanwhile. What does not answer is named in the facts and keeps nothing
     * else from being told.
     *
     * <p>Cancelled, it gives what was told until then, where that is anything.
     *
     * @param repository a directory whose disk is wanted, absolute or below {@code ~/}
     * @throws PlaceException where no script can be run there, or nothing at all was told
     */
    public MachineFacts ask(Place place, Optional<String> repository, Cancellation cancellation) throws PlaceException {
        Instant taken = timers.now();
        Told told = new Told();
        Script asked = OnDemand.SCRIPT.with("more_path", morePath).with("repository", repository.orElse(""));
        Scripts.End end = scripts.run(place, asked, LIMIT, cancellation, told::hear);
        if (told.fields("uname").isEmpty()) {
            throw new PlaceException(
                    end == Scripts.End.WHOLE
                            ? "the machine does not tell what it is: uname has failed there"
                            : cancellation.isCancelled()
                                    ? "cancelled"
                                    : "the machine told nothing within " + LIMIT.toSeconds() + " s");
        }
        return new Reading(told, repository.isPresent()).facts(taken);
    }
}
