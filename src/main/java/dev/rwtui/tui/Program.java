package dev.rwtui.tui;

import dev.rwtui.base.Secret;
import dev.rwtui.base.Timers;
import dev.rwtui.tui.effect.Effects;
import dev.rwtui.tui.effect.Stage;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.terminal.TypedInput;
import dev.rwtui.tui.update.Reducer;
import dev.rwtui.tui.update.Step;
import dev.rwtui.tui.view.View;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop. The thread that calls {@link #run()} is the only one that sees the state change. Events are taken as they
 * come, and then drawn once; nothing is drawn, and nobody wakes, while nothing changes.
 */
public final class Program {

    /** Exit code of a bug. */
    public static final int BUG = 70;

    /** Exit code of a terminal that is gone: 128 and the number of SIGHUP. */
    public static final int HUNG_UP = 129;

    /** 30 frames a second. */
    public static final Duration FRAME = Duration.ofMillis(33);

    private static final Duration PATIENCE_WITH_ENGINE = Duration.ofMillis(1200);
    private static final int EVENTS_PER_FRAME = 256;

    /** Keys that mean the same whatever is in front. */
    private static final Set<String> ALWAYS = Set.of("C-c", "C-l", "C-z");

    private final Parts parts;
    private final TypedInput input;
    private final Pacing pacing;
    private final Mailbox mail = new Mailbox();
    private final RecentEvents recent = new RecentEvents();
    private final Outside outside = new Outside();

    private AppState state;
    private boolean changed = true;
    private final Loan loan;

    /**
     * What the loop works with.
     *
     * @param frame the least time between two frames
     * @param bugs told on the way out, after the terminal was given back
     */
    public record Parts(Console console, Effects effects, Timers timers, Duration frame, Consumer<BugReport> bugs) {}

    public Program(AppState initial, Parts parts) {
        this.state = initial;
        this.parts = parts;
        this.pacing = new Pacing(parts.frame());
        this.loan = new Loan(parts.timers());
        this.input = new TypedInput(outside, parts.timers()::nanos);
        mail.began();
    }

    /** Where typed bytes go. */
    public TypedInput input() {
        return input;
    }

    /** Runs until the state says that it is over, and gives the terminal back whatever happens; the exit code. */
    public int run() {
        int code;
        try {
            code = untilClosed();
        } catch (IOException e) {
            code = HUNG_UP;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            code = HUNG_UP;
        } catch (RuntimeException | Error e) {
            return failed(e);
        }
        try {
            wayOut();
        } finally {
            mail.close();
        }
        return code;
    }

    /** Ends the program, from any thread. */
    public void close(int exitCode) {
        outside.send(() -> state = state.closingWith(exitCode));
    }

    /** There is nobody left to type. */
    public void hungUp() {
        close(HUNG_UP);
    }

    /** The terminal has another size, or may have. */
    public void resized() {
        parts.console().size().ifPresent(size -> outside.post(new Event.Resized(size.columns(), size.rows())));
    }

    /** The job goes on after it was stopped. */
    public void continued() {
        outside.send(() -> {
            if (!loan.isLent()) {
                parts.console().continued();
                changed = true;
            }
        });
    }

    /** Whether all that was posted so far is applied and drawn, and no effect is under way, within that time. */
    public boolean awaitIdle(Duration patience) throws InterruptedException {
        return mail.awaitIdle(patience);
    }

    private int untilClosed() throws IOException, InterruptedException {
        parts.console().open();
        draw();
        parts.effects().start(outside);
        mail.ended();
        while (state.closing().isEmpty()) {
            Mailbox.Letter first = next();
            for (Mailbox.Letter each = first; each != null; each = nextOfMany()) {
                mail.open(each);
            }
            if (!changed) {
                mail.finish();
            } else if (first == null || pacing.left(parts.timers().nanos()) <= 0) {
                draw();
            }
        }
        return state.closing().orElse(BUG);
    }

    /** Waits: for a letter, or, with something to draw, until that may be drawn. */
    private Mailbox.@Nullable Letter next() throws InterruptedException {
        if (!changed) {
            return mail.take();
        }
        return mail.poll(pacing.left(parts.timers().nanos()));
    }

    private Mailbox.@Nullable Letter nextOfMany() {
        return mail.unfinished() % EVENTS_PER_FRAME == 0 || state.closing().isPresent() ? null : mail.poll();
    }

    private void draw() throws IOException {
        if (!loan.isLent()) {
            parts.console().draw(View.draw(state));
            input.painted(state.questionInFront(), state.answerEntry());
        }
        changed = false;
        pacing.drew(parts.timers().nanos());
        mail.finish();
    }

    private void happened(Event event) {
        recent.add(event);
        Step step = Reducer.step(state, event);
        changed = changed || !step.state().equals(state);
        state = step.state();
        for (Effect effect : step.effects()) {
            parts.effects().run(effect);
        }
        if (event instanceof Event.AnswerEntered entered) {
            parts.effects().forget(entered.question());
        }
    }

    /** A key counts where it was pressed: not in a modal that has come since, nor behind one that has gone. */
    private void typed(Event event, OptionalLong seen) {
        boolean key = event instanceof Event.KeyPressed || event instanceof Event.Pasted;
        boolean always = event instanceof Event.KeyPressed pressed
                && ALWAYS.contains(pressed.key().name());
        if (!key || (loan.hears() && (always || seen.equals(state.questionInFront())))) {
            happened(event);
        }
    }

    private int failed(Throwable cause) {
        try {
            wayOut();
        } finally {
            parts.bugs().accept(new BugReport(cause, recent.words()));
            mail.close();
        }
        return BUG;
    }

    /** Input, effects and engine, screen: in this order, and each whatever became of the one before. */
    private void wayOut() {
        try {
            parts.console().stopInput();
            input.close();
        } finally {
            try {
                parts.effects().close(PATIENCE_WITH_ENGINE);
            } finally {
                giveBack();
            }
        }
    }

    private void giveBack() {
        try {
            parts.console().close();
        } catch (IOException e) {
            // A terminal that cannot be written to is gone: there is nothing to give back.
            changed = false;
        }
    }

    /** What other threads, and effects, reach. */
    private final class Outside implements Stage, TypedInput.Receiver {

        @Override
        public void post(Event event) {
            send(() -> happened(event));
        }

        @Override
        public void typed(Event event, OptionalLong seen) {
            Outside.this.send(() -> Program.this.typed(event, seen));
        }

        @Override
        public void entered(long question, List<Secret> values) {
            parts.effects().keep(question, values);
        }

        @Override
        public void began() {
            mail.began();
        }

        @Override
        public void ended() {
            mail.ended();
        }

        @Override
        public void repaint() {
            send(() -> {
                parts.console().forget();
                changed = true;
            });
        }

        @Override
        public void suspend() {
            send(() -> {
                if (!loan.isLent()) {
                    parts.console().suspend();
                    changed = true;
                    resized();
                }
            });
        }

        @Override
        public CompletableFuture<Void> lend() {
            CompletableFuture<Void> done = new CompletableFuture<>();
            send(() -> lendTo(done));
            return done;
        }

        /** Not while a question is in front: the rest of an answer must not be typed into a shell. */
        private void lendTo(CompletableFuture<Void> borrower) throws IOException, InterruptedException {
            if (state.questionInFront().isPresent()) {
                parts.timers().after(Loan.QUIET, () -> send(() -> lendTo(borrower)));
                return;
            }
            parts.console().lend();
            loan.begin();
            borrower.complete(null);
        }

        @Override
        public void reclaim() {
            send(() -> {
                parts.console().reclaim();
                loan.end();
                changed = true;
                resized();
            });
        }

        @Override
        public void send(String sequence) {
            send(() -> parts.console().send(sequence));
        }

        private void send(Mailbox.Letter letter) {
            mail.send(letter);
        }
    }
}
