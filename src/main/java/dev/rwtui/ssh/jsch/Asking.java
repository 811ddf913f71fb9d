package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;

/** Asks a person during one handshake, and takes the question back when the server hangs up meanwhile. */
final class Asking {

    private final Attempt attempt;
    private final Guard guard;
    private final Lookout lookout;
    private boolean inVain;

    Asking(Attempt attempt, Guard guard, Lookout lookout) {
        this.attempt = attempt;
        this.guard = guard;
        this.lookout = lookout;
    }

    /** The caller closes the answer. */
    Answer ask(Question.Ask question) {
        if (inVain) {
            return new Answer.No();
        }
        attempt.reached(Step.WAITING_FOR_ANSWER);
        Cancellation withdrawn = new Cancellation();
        try (Lookout.Watch watch = lookout.watch(withdrawn::cancel)) {
            return guard.offTheClock(() -> attempt.ask(question, withdrawn));
        } finally {
            inVain = withdrawn.isCancelled();
        }
    }

    /** Whether the connection ended before there was an answer. */
    boolean isInVain() {
        return inVain;
    }
}
