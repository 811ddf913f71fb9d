package dev.rwtui.doctor;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Remark;
import dev.rwtui.ssh.model.Step;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An attempt that tells each step once it is over, and how long it took. */
final class StepWatch implements Connector.Attempt {

    private final Doctor.Tools tools;
    private final String about;
    private final HostAlias host;
    private final HostAlias hop;
    private final Consumer<Remark> told;
    private Optional<Step> current = Optional.empty();
    private long since;
    private long asked;

    StepWatch(Doctor.Tools tools, String about, HostAlias host, HostAlias hop, Consumer<Remark> told) {
        this.tools = tools;
        this.about = about;
        this.host = host;
        this.hop = hop;
        this.told = told;
    }

    /** The last step was the last one. */
    void done() {
        current.ifPresent(step -> told.accept(Remark.good(about, step.words() + ": " + taken())));
        current = Optional.empty();
    }

    void failed(Failure failure) {
        String step = current.map(Step::words).orElse("connecting");
        String where = failure.hop().equals(hop) ? "" : failure.hop() + ": ";
        told.accept(Remark.wrong(about, step + ": " + where + failure.why(), failure.advice()));
    }

    /** Without the time that a person took. */
    private String taken() {
        long millis = TimeUnit.NANOSECONDS.toMillis(tools.timers().nanos() - since - asked);
        return millis < 1 ? "<1 ms" : millis + " ms";
    }

    @Override
    public Cancellation cancellation() {
        return tools.cancellation();
    }

    @Override
    public void reached(Step step) {
        if (step == Step.WAITING_FOR_ANSWER || current.equals(Optional.of(step))) {
            return;
        }
        done();
        current = Optional.of(step);
        since = tools.timers().nanos();
        asked = 0;
    }

    @Override
    public Answer ask(Question.Ask question, Cancellation withdrawn) {
        long begin = tools.timers().nanos();
        Answer answer =
                tools.person().map(person -> person.ask(host, hop, question)).orElseGet(Answer.No::new);
        asked += tools.timers().nanos() - begin;
        return answer;
    }

    @Override
    public Connector.Prompting prompting() {
        return tools.person().isPresent() ? Connector.Prompting.ALLOWED : Connector.Prompting.REFUSED;
    }

    @Override
    public Optional<String> agentSocket() {
        return tools.ownAgent();
    }

    @Override
    public void note(String line) {
        told.accept(Remark.notable(about, line, ""));
    }
}
