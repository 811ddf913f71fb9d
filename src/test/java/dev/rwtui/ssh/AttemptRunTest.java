package dev.rwtui.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Hosts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions on their way from a handshake to the desk. */
final class AttemptRunTest {

    private static final Question.Ask ASK = new Question.Fields("password", "", List.of());

    private final Cancellation attempt = new Cancellation();
    private final Cancellation withdrawn = new Cancellation();
    private final List<Boolean> seen = new ArrayList<>();

    @Test
    void aQuestionIsWithdrawnByWhoeverAsked() {
        try (Answer answer = run(Prompting.ALLOWED, withdrawn).ask(ASK, withdrawn)) {
            assertThat(answer).isInstanceOf(Answer.No.class);
        }

        assertThat(seen).containsExactly(false, true);
        assertThat(attempt.isCancelled()).isFalse();
    }

    @Test
    void aQuestionGoesWithItsAttempt() {
        try (Answer answer = run(Prompting.ALLOWED, attempt).ask(ASK, withdrawn)) {
            assertThat(answer).isInstanceOf(Answer.No.class);
        }

        assertThat(seen).containsExactly(false, true);
    }

    @Test
    void aBackgroundAttemptNeverReachesTheDesk() {
        try (Answer answer = run(Prompting.REFUSED, attempt).ask(ASK, withdrawn)) {
            assertThat(answer).isInstanceOf(Answer.No.class);
        }

        assertThat(seen).isEmpty();
    }

    /** An attempt whose desk sees {@code end} come while it asks. */
    private AttemptRun run(Prompting prompting, Cancellation end) {
        Hop hop = new Hop(Hosts.named("web"), new Endpoint("web", 22));
        Desk desk = (host, asking, ask, cancellation) -> {
            seen.add(cancellation.isCancelled());
            end.cancel();
            seen.add(cancellation.isCancelled());
            return new Answer.No();
        };
        Caller caller = new Caller(prompting, Optional.empty(), Caller.Occasion.REQUEST);
        return new AttemptRun(tools(desk), hop.alias(), hop, caller, attempt, reports());
    }

    private static LinkTools tools(Desk desk) {
        return new LinkTools(
                (hop, carrier, attempt) -> {
                    throw new AssertionError("nobody connects");
                },
                host -> {
                    throw new AssertionError("nobody plans");
                },
                desk,
                Runnable::run,
                Runnable::run,
                new FakeTimers(),
                new Backoff(() -> 0.5),
                Duration.ZERO);
    }

    private static AttemptRun.Reports reports() {
        return new AttemptRun.Reports(step -> {}, session -> {}, failure -> {}, note -> {});
    }
}
