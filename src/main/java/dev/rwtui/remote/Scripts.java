package dev.rwtui.remote;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs scripts on {@code sh -s}, whatever the login shell is, and whatever its start-up files do: the script is sent once
 * that {@code sh} has said that it is there, and until then an empty line now and then, for a start-up file that asks
 * something. An empty line is nothing to {@code sh}.
 */
public final class Scripts {

    /**
     * Whoever hears frames may keep them all, in a heap of 80 MB. More than any machine tells: some 6,000 environments, or
     * 10,000 packages of one.
     */
    static final long MOST_BYTES = 8 << 20;

    /** What a start-up file has done that goes elsewhere, or never ends. */
    private static final String LATE = ", for the login shell has not come to it in time";

    /** Plain in every shell there is: no exclamation mark, no line end, no quote within the quotes, no backslash before one. */
    private static final String COMMAND = "exec /bin/sh -c 'printf \"%s\\0\" \"\" MARK ready 0 0;"
            + " exec env RWTUI_LC_ALL=\"${LC_ALL-}\" LC_ALL=C /bin/sh -s'";

    private final Timers timers;
    private final Executor threads;

    /** @param threads as many as there is work that waits */
    public Scripts(Timers timers, Executor threads) {
        this.timers = timers;
        this.threads = threads;
    }

    /** How a script ended. */
    public enum End {
        /** It ran to its last line. */
        WHOLE,
        /** The time was over once it had begun, or it was cancelled; what it had said until then was told. */
        STOPPED
    }

    /**
     * Runs a script to its end and tells each frame as it comes, on this thread. Blocks meanwhile.
     *
     * @param limit for everything, from when the command runs there: before that a person may be asked for a password
     * @throws PlaceException where no script can be run there, or none had begun when the time was over, it broke off, or
     *     it said more than anybody can be asked to keep; what it had said until then was told
     */
    public End run(Place place, Script script, Duration limit, Cancellation cancellation, Consumer<Frame> frames)
            throws PlaceException {
        String mark = mark();
        Cancellation over = new Cancellation();
        try (Place.Running running = place.start(COMMAND.replace("MARK", mark), cancellation);
                Cancellation.Registration alsoThen = cancellation.onCancel(over::cancel)) {
            Timers.Scheduled alarm = timers.after(limit, over::cancel);
            try {
                return run(running, mark, script, over, frames);
            } finally {
                alarm.cancel();
            }
        } catch (PlaceException e) {
            if (cancellation.isCancelled()) {
                return End.STOPPED;
            }
            throw e;
        }
    }

    private End run(Place.Running running, String mark, Script script, Cancellation over, Consumer<Frame> frames)
            throws PlaceException {
        // Closing what a thread of the timer's must not wait for: it never blocks.
        try (Cancellation.Registration stop = over.onCancel(running::close)) {
            Conversation conversation = new Conversation(
                    running, new Conversation.Lines(script.sent(mark), mark, "end", frames), timers, threads);
            return held(conversation, over).isPresent() ? End.WHOLE : End.STOPPED;
        }
    }

    /** Empty where it was stopped once it had begun. */
    private static Optional<byte[]> held(Conversation conversation, Cancellation over) throws PlaceException {
        try {
            Optional<byte[]> rest = conversation.hold();
            if (rest.isPresent()) {
                return rest;
            }
        } catch (IOException e) {
            if (!over.isCancelled()) {
                conversation.note(e);
            }
        }
        if (!over.isCancelled()) {
            throw new PlaceException(conversation.failure(""));
        }
        if (conversation.hasBegun()) {
            return Optional.empty();
        }
        throw new PlaceException(conversation.failure(LATE));
    }

    /**
     * Runs a script up to where it says {@code go}, and lends the streams of what it becomes then: {@code say go; exec cat}.
     * Until then nobody writes to its standard input. Blocks until then.
     *
     * @param limit until then, from when the command runs there
     * @param frames hears what it says before
     * @throws PlaceException where it does not come to that, or is cancelled before
     */
    public Talk open(Place place, Script script, Duration limit, Cancellation cancellation, Consumer<Frame> frames)
            throws PlaceException {
        String mark = mark();
        Place.Running running = place.start(COMMAND.replace("MARK", mark), cancellation);
        Cancellation over = new Cancellation();
        Timers.Scheduled alarm = timers.after(limit, over::cancel);
        Cancellation.Registration stop = cancellation.onCancel(running::close);
        try (Cancellation.Registration late = over.onCancel(running::close)) {
            Conversation conversation = new Conversation(
                    running, new Conversation.Lines(script.opening(mark), mark, "go", frames), timers, threads);
            Optional<byte[]> rest = held(conversation, over);
            if (rest.isEmpty()) {
                throw new PlaceException(conversation.failure(LATE));
            }
            return new Talk(running, conversation, rest.get(), stop);
        } catch (PlaceException | RuntimeException e) {
            stop.close();
            running.close();
            throw e;
        } finally {
            alarm.cancel();
        }
    }

    /** Where what waits beside a script may wait. */
    public Executor threads() {
        return threads;
    }

    /** Randomness is sought here: the first time costs some 20 ms, which a dashboard that begins has better uses for. */
    private static String mark() {
        byte[] seed = new byte[8];
        new SecureRandom().nextBytes(seed);
        return "rwtui-" + HexFormat.of().formatHex(seed);
    }
}
