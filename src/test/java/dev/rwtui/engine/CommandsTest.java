package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.testing.FakeSession;
import dev.rwtui.testing.FakeTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands that wait for a session, and for room on it. Everything runs on the test's own thread. */
final class CommandsTest {

    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Engine.Client ME = new Engine.Client(Optional.empty(), Engine.Attendance.UNATTENDED);

    private final FakeTimers timers = new FakeTimers();
    private final List<String> noted = new ArrayList<>();
    private final Commands commands = new Commands(
            Runnable::run,
            Runnable::run,
            timers,
            (host, order, client) ->
                    new Orders.Asked.For(RemoteCommand.of(((Order.Command) order).line()), OptionalInt.empty()),
            (host, line) -> noted.add(host + ": " + line));
    private final FakeSession session = new FakeSession(HOST);

    private CompletableFuture<Run> add(String line) {
        CompletableFuture<Run> promise = new CompletableFuture<>();
        commands.add(HOST, new Order.Command(line, Map.of()), ME, promise);
        return promise;
    }

    private CompletableFuture<Run> addForAWhile(String line) {
        CompletableFuture<Run> promise = new CompletableFuture<>();
        commands.addForAWhile(HOST, new Order.Command(line, Map.of()), ME, promise);
        return promise;
    }

    private static Failure failure(CompletableFuture<Run> promise) {
        return ((Run.Failed) promise.join()).why();
    }

    private static void close(CompletableFuture<Run> promise) {
        ((Run.Running) promise.join()).execution().close();
    }

    @Test
    void theyWaitForTheSession() {
        CompletableFuture<Run> early = add("one");
        assertThat(early).isNotDone();

        commands.sessionUp(HOST, session.running(10));
        CompletableFuture<Run> late = add("two");

        assertThat(early).isCompleted();
        assertThat(late).isCompleted();
        assertThat(session.commands()).containsExactly("one", "two");
    }

    @Test
    void whereTheServerHasNoRoomTheyRunOneAfterTheOther() {
        commands.sessionUp(HOST, session.running(3));
        List<CompletableFuture<Run>> all =
                IntStream.range(0, 50).mapToObj(i -> add("c" + i)).toList();
        assertThat(session.commands()).containsExactly("c0", "c1", "c2");

        for (int i = 0; i < 50; i++) {
            assertThat(all.get(i)).isCompleted();
            close(all.get(i));
            timers.advance(PAUSE);
        }

        assertThat(session.commands()).isEmpty();
        assertThat(noted)
                .containsExactly("direwolf: the server has no room for more commands at a time"
                        + " (MaxSessions of its sshd_config): the others wait");
    }

    @Test
    void aServerThatTakesNoneSaysSo() {
        commands.sessionUp(HOST, session.running(0));

        Failure failure = failure(add("one"));

        assertThat(noted).isEmpty();

        assertThat(failure.kind()).isEqualTo(Kind.CHANNEL_REFUSED);
        assertThat(failure.why()).contains("open failed");
    }

    /** It lets go of one a moment after its end was told. */
    @Test
    void aServerThatIsSlowToMakeRoomIsAskedAgain() {
        commands.sessionUp(HOST, session.running(1));
        CompletableFuture<Run> first = add("one");
        session.running(0);
        close(first);
        CompletableFuture<Run> second = add("two");
        timers.advance(PAUSE);
        assertThat(second).isNotDone();

        session.running(1);
        timers.advance(PAUSE);

        assertThat(second).isCompleted();
        assertThat(session.commands()).containsExactly("two");
    }

    @Test
    void butNotForEver() {
        commands.sessionUp(HOST, session.running(1));
        close(add("one"));
        session.running(0);
        CompletableFuture<Run> second = add("two");

        timers.advance(Duration.ofSeconds(5));

        assertThat(failure(second).kind()).isEqualTo(Kind.CHANNEL_REFUSED);
    }

    @Test
    void whatHasNotStartedWhenTheLinkFailsNeverStarts() {
        CompletableFuture<Run> waiting = add("one");
        commands.failed(HOST, new Failure(Kind.UNREACHABLE, HOST, "nobody there", ""));

        commands.sessionUp(HOST, session.running(10));

        assertThat(failure(waiting).why()).isEqualTo("nobody there");
        assertThat(session.commands()).isEmpty();
    }

    @Test
    void whatIsGivenUpWhileItWaitsNeverStarts() {
        commands.sessionUp(HOST, session.running(1));
        CompletableFuture<Run> first = add("one");
        CompletableFuture<Run> second = add("two");
        CompletableFuture<Run> third = add("three");

        second.cancel(false);
        close(first);
        timers.advance(PAUSE);

        assertThat(third).isCompleted();
        assertThat(session.commands()).containsExactly("three");
        assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void theNextSessionTakesThoseThatTheOldOneCouldNot() {
        commands.sessionUp(HOST, session.running(1));
        CompletableFuture<Run> first = add("one");
        CompletableFuture<Run> second = add("two");
        commands.sessionLost(HOST);
        close(first);
        assertThat(second).isNotDone();

        FakeSession next = new FakeSession(HOST).running(5);
        commands.sessionUp(HOST, next);

        assertThat(second).isCompleted();
        assertThat(next.commands()).containsExactly("two");
    }

    @Test
    void whatFeaturesWantDoesNotWaitForEverForRoom() {
        commands.sessionUp(HOST, session.running(1));
        CompletableFuture<Run> shell = add("shell");
        CompletableFuture<Run> person = add("a person's");
        CompletableFuture<Run> feature = addForAWhile("a feature's");

        timers.advance(Duration.ofSeconds(59));
        assertThat(feature).isNotDone();
        timers.advance(Duration.ofSeconds(1));

        assertThat(failure(feature).summary())
                .isEqualTo(
                        "direwolf: no room for a command within 60 s: others keep it (MaxSessions of its sshd_config)");
        assertThat(person).isNotDone();
        close(shell);
        timers.advance(PAUSE);
        assertThat(session.commands()).containsExactly("a person's");
    }

    /** A person may be asked for a password until then. */
    @Test
    void itsTimeCountsFromTheSession() {
        CompletableFuture<Run> feature = addForAWhile("a feature's");
        timers.advance(Duration.ofMinutes(10));
        assertThat(feature).isNotDone();
        FakeSession full = session.running(1);
        CompletableFuture<Run> first = add("first");
        commands.sessionUp(HOST, full);
        assertThat(first).isNotDone();
        assertThat(feature).isCompleted();

        CompletableFuture<Run> second = addForAWhile("another");
        commands.sessionLost(HOST);
        timers.advance(Duration.ofSeconds(90));
        commands.sessionUp(HOST, new FakeSession(HOST).running(5));

        assertThat(second).isCompletedWithValueMatching(Run.Running.class::isInstance);
    }

    @Test
    void whatFeaturesRunIsNotEndedByTheTimeItMayWait() {
        commands.sessionUp(HOST, session.running(1));
        CompletableFuture<Run> running = addForAWhile("a feature's");

        timers.advance(Duration.ofMinutes(10));

        assertThat(running).isCompletedWithValueMatching(Run.Running.class::isInstance);
        assertThat(session.commands()).containsExactly("a feature's");
        assertThat(timers.pending()).isZero();
    }
}
