package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.Desk;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The questions that are open. Connecting threads ask and wait; the engine's thread publishes, and passes the answers on.
 */
final class Questions implements Desk {

    /** sshd's default LoginGraceTime: after that the server hangs up anyway. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Executor engine;
    private final Consumer<Notice> publish;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Pending> pending = new LinkedHashMap<>();

    private record Pending(Question question, CompletableFuture<Answer> promise) {}

    Questions(Executor engine, Consumer<Notice> publish) {
        this.engine = engine;
        this.publish = publish;
    }

    @Override
    public Answer ask(HostAlias host, HostAlias hop, Question.Ask ask, Cancellation cancellation) {
        Question question = new Question(ids.incrementAndGet(), host, hop, ask, PATIENCE);
        CompletableFuture<Answer> promise = new CompletableFuture<>();
        engine.execute(() -> raise(new Pending(question, promise)));
        try (Cancellation.Registration ignored =
                cancellation.onCancel(() -> withdraw(question.id(), "the connection was given up"))) {
            return promise.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            withdraw(question.id(), "nobody answered for " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            withdraw(question.id(), "nobody waits for it any more");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        // An answer that comes in this very moment is void; it is wiped, not sent.
        return promise.complete(new Answer.No()) ? new Answer.No() : wiped(promise.join());
    }

    private static Answer wiped(Answer answer) {
        answer.close();
        return new Answer.No();
    }

    /** On the engine's thread. Closes the answer where nobody waits for it any more. */
    void answer(long id, Answer answer) {
        Pending asked = pending.remove(id);
        if (asked == null || !asked.promise().complete(answer)) {
            answer.close();
        }
    }

    /** On the engine's thread. */
    List<Question> open() {
        return pending.values().stream().map(Pending::question).toList();
    }

    private void raise(Pending asked) {
        if (!asked.promise().isDone()) {
            pending.put(asked.question().id(), asked);
            publish.accept(new Notice.QuestionAsked(asked.question()));
        }
    }

    private void withdraw(long id, String why) {
        engine.execute(() -> {
            Pending asked = pending.remove(id);
            if (asked != null) {
                asked.promise().complete(new Answer.No());
                publish.accept(new Notice.QuestionWithdrawn(id, why));
            }
        });
    }
}
