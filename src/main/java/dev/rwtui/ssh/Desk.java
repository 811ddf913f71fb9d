package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;

/** Where questions are put to whoever is there. */
public interface Desk {

    /**
     * Asks, and blocks the calling thread until there is an answer, patience ends or it is cancelled; {@link Answer.No} in
     * the last two cases. The caller closes the answer.
     *
     * @param host the host that was asked for
     * @param hop the hop that wants to know
     */
    Answer ask(HostAlias host, HostAlias hop, Question.Ask ask, Cancellation cancellation);
}
