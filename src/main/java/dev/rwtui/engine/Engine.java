package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The engine as its front ends see it. Every method may be called by any thread and returns at once. */
public interface Engine {

    /** Asks for something; what comes of it is told by notices. */
    void submit(Request request, Client client);

    /**
     * Answers a question. The engine closes the answer, also where the question is void by then. A port of its own
     * because secrets are no request: they are never stored, compared or written.
     */
    void answer(long question, Answer answer);

    /**
     * Runs a command or a shell on a host, over the session that everything else uses there; connects it where need be. A port of its
     * own because streams are no notice.
     *
     * @return completed once the command runs, or will not: a host that cannot be connected at once is a failure. Cancelling
     *     gives it up
     */
    CompletableFuture<Run> run(HostAlias host, Order order, Client client);

    /**
     * Tells everything that is known now, as notices, and then every change, on the engine's own thread, in order. The
     * subscriber must not block.
     */
    void subscribe(Consumer<Notice> subscriber);

    /** Closes listeners, then sessions, in order; returns when done or when {@code deadline} is over. */
    void close(Duration deadline);

    /**
     * What belongs to the asking side.
     *
     * @param agentSocket {@code SSH_AUTH_SOCK} of the client
     * @param attendance whether somebody is there to answer questions
     */
    record Client(Optional<String> agentSocket, Attendance attendance) {}

    /** Whether somebody is there. */
    enum Attendance {
        ATTENDED,
        UNATTENDED
    }
}
