package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import java.util.Optional;

/** Makes one authenticated SSH connection: one hop. */
public interface Connector {

    /**
     * Connects, checks the host key and authenticates. Blocks the calling thread, for at most the hop's
     * {@code ConnectTimeout} plus the time that a person takes to answer.
     *
     * @throws SshException with kind CANCELLED soon (under 100 ms) after {@code attempt.cancellation()} is cancelled
     */
    SshSession connect(Hop hop, Carrier carrier, Attempt attempt) throws SshException;

    /** How the bytes of a hop travel. */
    sealed interface Carrier {
        /** A TCP connection made here. */
        record Tcp() implements Carrier {}

        /** A direct-tcpip channel to {@code hop.address()} on the gateway's session; the gateway resolves the name. */
        record Through(SshSession gateway) implements Carrier {}

        /** Standard input and output of a process, started by {@code /bin/sh -c}. */
        record Command(String line) implements Carrier {}
    }

    /** What travels with one attempt. Its methods are called on the connecting thread. */
    interface Attempt {
        Cancellation cancellation();

        /** Tells where the attempt stands. Must not block. */
        void reached(Step step);

        /**
         * Asks a person and waits. {@link Answer.No} where nobody is there, who said no, the attempt was cancelled or the
         * question withdrawn. The caller closes the answer.
         *
         * @param withdrawn cancelled, from any thread, when nobody wants to know any more
         */
        Answer ask(Question.Ask question, Cancellation withdrawn);

        /**
         * Whether {@link #ask} can reach a person. A background attempt cannot, and then neither a password nor a code is
         * ever sent.
         */
        Prompting prompting();

        /** Path of the ssh-agent's socket in the client's environment ({@code SSH_AUTH_SOCK}). */
        Optional<String> agentSocket();

        /** One line for the log of what rwtui did: key accepted, banner text. No secrets. */
        void note(String line);
    }

    /** Whether a person waits. */
    enum Prompting {
        ALLOWED,
        REFUSED
    }
}
