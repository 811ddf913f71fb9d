package dev.rwtui.ssh;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import java.util.Optional;
import java.util.function.Consumer;

/** One attempt at one hop, carried out on a thread that may block. */
final class AttemptRun implements Connector.Attempt {

    /** Where the attempt tells, from its own thread, how it goes. */
    record Reports(
            Consumer<Step> reached, Consumer<SshSession> connected, Consumer<Failure> failed, Consumer<String> note) {}

    private final LinkTools tools;
    private final HostAlias asker;
    private final Hop hop;
    private final Caller caller;
    private final Cancellation cancellation;
    private final Reports reports;

    AttemptRun(LinkTools tools, HostAlias asker, Hop hop, Caller caller, Cancellation cancellation, Reports reports) {
        this.tools = tools;
        this.asker = asker;
        this.hop = hop;
        this.caller = caller;
        this.cancellation = cancellation;
        this.reports = reports;
    }

    void connect(Connector.Carrier carrier) {
        try {
            reports.connected().accept(tools.connector().connect(hop, carrier, this));
        } catch (SshException e) {
            reports.failed().accept(e.failure());
        } catch (RuntimeException | Error e) {
            reports.failed().accept(bug(hop.alias(), e));
            throw e;
        }
    }

    /** What a person is told where the program itself is at fault. */
    static Failure bug(HostAlias hop, Throwable thrown) {
        return new Failure(
                Failure.Kind.BUG, hop, "unexpected " + thrown, "This is a bug in rwtui; the log has the rest.");
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void reached(Step step) {
        reports.reached().accept(step);
    }

    @Override
    public Answer ask(Question.Ask question, Cancellation withdrawn) {
        if (!caller.attended()) {
            return new Answer.No();
        }
        Cancellation either = new Cancellation();
        try (Cancellation.Registration first = cancellation.onCancel(either::cancel);
                Cancellation.Registration second = withdrawn.onCancel(either::cancel)) {
            return tools.desk().ask(asker, hop.alias(), question, either);
        }
    }

    @Override
    public Connector.Prompting prompting() {
        return caller.prompting();
    }

    @Override
    public Optional<String> agentSocket() {
        return caller.agentSocket();
    }

    @Override
    public void note(String line) {
        reports.note().accept(line);
    }
}
