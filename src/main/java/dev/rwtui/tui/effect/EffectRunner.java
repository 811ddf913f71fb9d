package dev.rwtui.tui.effect;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.base.Timers;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Carries effects out by requests to the engine, and by the ports for clipboard and browser. */
public final class EffectRunner implements Effects {

    // Wall clock and timers may disagree by less than this: an early tick would only ask for another one.
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final Tools tools;
    private final Vault vault = new Vault();

    /**
     * What it works with.
     *
     * @param client what belongs to this side, sent along with every request
     * @param blocking for what waits for a process
     * @param shells made when the first one is opened: most days begin without
     */
    public record Tools(
            Engine engine,
            Engine.Client client,
            Timers timers,
            Executor blocking,
            Clipboard clipboard,
            Browser browser,
            Supplier<Shells> shells) {}

    private Optional<Run> run = Optional.empty();

    public EffectRunner(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void start(Stage stage) {
        run = Optional.of(new Run(stage));
        tools.engine().subscribe(notice -> told(notice, stage));
    }

    @Override
    public void run(Effect effect) {
        run.ifPresent(visitor -> visitor.carryOut(effect));
    }

    @Override
    public void keep(long question, List<Secret> values) {
        vault.put(question, values);
    }

    @Override
    public void forget(long question) {
        vault.forget(question);
    }

    @Override
    public void close(Duration deadline) {
        run.ifPresent(Run::cancelWake);
        vault.wipe();
        tools.engine().close(deadline);
    }

    private void told(Notice notice, Stage stage) {
        if (notice instanceof Notice.QuestionWithdrawn withdrawn) {
            vault.forget(withdrawn.id());
        }
        stage.post(Notices.event(notice, tools.timers().now()));
    }

    /** Work that waits for a process. */
    private interface Work {
        Optional<Event> done() throws IOException;
    }

    private final class Run implements Effect.Visitor<Runnable> {

        private final Stage stage;
        private Optional<Timers.Scheduled> wake = Optional.empty();

        Run(Stage stage) {
            this.stage = stage;
        }

        void carryOut(Effect effect) {
            try {
                effect.accept(this).run();
            } catch (RuntimeException e) {
                failed(effect.getClass().getSimpleName(), e);
            }
        }

        void cancelWake() {
            wake.ifPresent(Timers.Scheduled::cancel);
        }

        private void failed(String what, Exception cause) {
            String why = Optional.ofNullable(cause.getMessage())
                    .orElse(cause.getClass().getSimpleName());
            stage.post(new Event.EffectFailed(now(), what, why));
        }

        private Instant now() {
            return tools.timers().now();
        }

        private Runnable asking(Request request) {
            return () -> tools.engine().submit(request, tools.client());
        }

        private Runnable waiting(String what, Work work) {
            return () -> {
                stage.began();
                try {
                    tools.blocking().execute(() -> finish(what, work));
                } catch (RuntimeException e) {
                    stage.ended();
                    throw e;
                }
            };
        }

        private void finish(String what, Work work) {
            try {
                work.done().ifPresent(stage::post);
            } catch (IOException | RuntimeException e) {
                failed(what, e);
            } finally {
                stage.ended();
            }
        }

        @Override
        public Runnable connect(Effect.Connect e) {
            return asking(new Request.Connect(e.host(), Request.Forwards.ALL));
        }

        @Override
        public Runnable reconnect(Effect.Reconnect e) {
            return asking(new Request.Reconnect(e.host()));
        }

        @Override
        public Runnable disconnect(Effect.Disconnect e) {
            return asking(new Request.Disconnect(e.host()));
        }

        @Override
        public Runnable cancelConnecting(Effect.CancelConnecting e) {
            return asking(new Request.CancelConnecting(e.host()));
        }

        @Override
        public Runnable openTunnel(Effect.OpenTunnel e) {
            return asking(new Request.OpenTunnel(e.tunnel()));
        }

        @Override
        public Runnable closeTunnel(Effect.CloseTunnel e) {
            return asking(new Request.CloseTunnel(e.tunnel()));
        }

        @Override
        public Runnable setChecking(Effect.SetChecking e) {
            return asking(new Request.SetChecking(e.tunnel(), e.checking()));
        }

        @Override
        public Runnable look(Effect.Look e) {
            Optional<HostAlias> host = e.host();
            return asking(new Request.Look(host));
        }

        @Override
        public Runnable surveyPython(Effect.SurveyPython e) {
            return asking(new Request.SurveyPython(e.host()));
        }

        @Override
        public Runnable listPackages(Effect.ListPackages e) {
            return asking(new Request.ListPackages(
                    e.environment().host(), e.environment().environment()));
        }

        @Override
        public Runnable compare(Effect.Compare e) {
            return asking(new Request.Compare(e.here(), e.there()));
        }

        @Override
        public Runnable mapRepository(Effect.MapRepository e) {
            return asking(new Request.MapRepository(e.host(), e.path()));
        }

        @Override
        public Runnable chooseInterpreter(Effect.ChooseInterpreter e) {
            return asking(new Request.ChooseInterpreter(e.host(), e.interpreter()));
        }

        @Override
        public Runnable askMachines(Effect.AskMachines e) {
            return asking(new Request.AskMachines());
        }

        @Override
        public Runnable watchMachine(Effect.WatchMachine e) {
            return asking(new Request.WatchMachine(e.host()));
        }

        @Override
        public Runnable askSync(Effect.AskSync e) {
            return asking(e.ask().accept(new SyncRequests()));
        }

        @Override
        public Runnable reloadConfiguration(Effect.ReloadConfiguration e) {
            return asking(new Request.ReloadConfiguration());
        }

        @Override
        public Runnable sendTyped(Effect.SendTyped e) {
            return () -> tools.engine().answer(e.question(), new Answer.Typed(vault.take(e.question())));
        }

        @Override
        public Runnable sendYes(Effect.SendYes e) {
            return () -> tools.engine().answer(e.question(), new Answer.Yes());
        }

        @Override
        public Runnable sendNo(Effect.SendNo e) {
            return () -> {
                vault.forget(e.question());
                tools.engine().answer(e.question(), new Answer.No());
            };
        }

        @Override
        public Runnable openBrowser(Effect.OpenBrowser e) {
            return waiting("opening " + e.url(), () -> {
                tools.browser().open(e.url());
                return Optional.empty();
            });
        }

        @Override
        public Runnable copy(Effect.Copy e) {
            return waiting("copying " + e.text(), () -> {
                String how = tools.clipboard().copy(e.text(), stage::send);
                return Optional.of(new Event.Copied(now(), e.text(), how));
            });
        }

        @Override
        public Runnable repaint(Effect.Repaint e) {
            return stage::repaint;
        }

        @Override
        public Runnable openShell(Effect.OpenShell e) {
            ShellOpener opener = new ShellOpener(tools, stage);
            return waiting("a shell on " + e.host(), () -> Optional.of(opener.open(e.host())));
        }

        @Override
        public Runnable suspend(Effect.Suspend e) {
            return stage::suspend;
        }

        @Override
        public Runnable wakeAt(Effect.WakeAt e) {
            return () -> {
                cancelWake();
                Duration left = Duration.between(now(), e.when());
                Duration delay = left.isNegative() ? Duration.ZERO : left.plus(ROUNDING);
                wake = Optional.of(tools.timers().after(delay, () -> stage.post(new Event.Ticked(now()))));
            };
        }
    }
}
