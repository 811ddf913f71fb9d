package dev.rwtui.doctor;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;

/** Who is there to be asked. */
public interface Person {

    /**
     * Blocks until there is an answer, which the caller closes.
     *
     * @param host the host that was asked for
     * @param hop the hop that wants to know
     */
    Answer ask(HostAlias host, HostAlias hop, Question.Ask ask);
}
