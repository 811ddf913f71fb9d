package dev.rwtui.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.testing.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the shell of this machine, with start-up files as people have them in front of it. */
@Timeout(60)
final class ScriptsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Scripts scripts = new Scripts(new SystemTimers(clock), threads);
    private final List<Frame> heard = new ArrayList<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
        clock.shutdownNow();
    }

    private Scripts.End run(String text, Duration limit) throws PlaceException {
        Place here =
                new ThisMachine(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"), "LC_ALL", "C.UTF-8"));
        Script script = new Script(text, Map.of("given", "it's\n\u00e9 $HOME"));
        return scripts.run(here, script, limit, new Cancellation(), heard::add);
    }

    /** A place whose shell does that before it looks at the command. */
    private Place behind(String startUp) {
        ThisMachine here = new ThisMachine(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH")));
        return (command, cancellation) -> here.start(startUp + "\n" + command, cancellation);
    }

    private Scripts.End runBehind(String startUp) throws PlaceException {
        return scripts.run(behind(startUp), new Script("say done", Map.of()), LONG, new Cancellation(), heard::add);
    }

    @Test
    void whatItSaysArrivesWhole() throws PlaceException {
        assertThat(run("say a \"$given\" ''; say b; say c \"$RWTUI_LC_ALL\" \"$LC_ALL\"", LONG))
                .isEqualTo(Scripts.End.WHOLE);

        assertThat(heard)
                .containsExactly(
                        new Frame("a", List.of("it's\n\u00e9 $HOME", "")),
                        new Frame("b", List.of()),
                        new Frame("c", List.of("C.UTF-8", "C")));
    }

    @Test
    void nothingInItReadsTheRestOfIt() throws PlaceException {
        assertThat(run("cat; read x; say still here", LONG)).isEqualTo(Scripts.End.WHOLE);

        assertThat(heard).containsExactly(new Frame("still", List.of("here")));
    }

    @Test
    void whatTakesTooLongIsStoppedAndWhatItSaidIsKept() throws PlaceException {
        assertThat(run("say first; sleep 600; say second", Duration.ofSeconds(2)))
                .isEqualTo(Scripts.End.STOPPED);

        assertThat(heard).containsExactly(new Frame("first", List.of()));
    }

    @Test
    void whatIsStoppedDoesNotGoOnAfterTheCommandThatItWaitedFor() throws PlaceException {
        assertThat(run("sleep 600; : >\"$HOME/after\"", Duration.ofSeconds(2))).isEqualTo(Scripts.End.STOPPED);

        assertThat(home.resolve("after")).doesNotExist();
    }

    /** Before that a person may be asked for a password. */
    @Test
    void theTimeCountsFromWhenTheCommandRuns() throws PlaceException {
        ThisMachine here = new ThisMachine(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH")));
        Place slow = (command, cancellation) -> {
            CountDownLatch later = new CountDownLatch(1);
            Future<?> ignored = clock.schedule(later::countDown, 3, TimeUnit.SECONDS);
            try {
                later.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return here.start(command, cancellation);
        };

        assertThat(scripts.run(
                        slow, new Script("say done", Map.of()), Duration.ofSeconds(2), new Cancellation(), heard::add))
                .isEqualTo(Scripts.End.WHOLE);
    }

    @Test
    void noiseIsNoHindrance() throws PlaceException {
        assertThat(runBehind("echo Welcome; printf 'no line end'; echo trouble >&2; (sleep 1; echo late) &"))
                .isEqualTo(Scripts.End.WHOLE);

        assertThat(heard).extracting(Frame::kind).containsExactly("done");
    }

    @Test
    void aQuestionIsAnsweredWithAnEmptyLine() throws PlaceException {
        assertThat(runBehind("echo 'Which environment?'; read answer; echo 'Sure?'; head -n 1 >" + home + "/answer"))
                .isEqualTo(Scripts.End.WHOLE);

        assertThat(heard).extracting(Frame::kind).containsExactly("done");
        assertThat(home.resolve("answer")).hasContent("\n");
        assertThat(Files.exists(home.resolve("answer"))).isTrue();
    }

    @Test
    void aShellThatGoesSomewhereElseIsAFailureInItsOwnWords() {
        assertThatThrownBy(() -> runBehind("echo 'open terminal failed: not a terminal' >&2; exit 1"))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("open terminal failed: not a terminal");
    }

    @Test
    void aShellThatNeverComesToItIsAFailureInItsLastWords() {
        assertThatThrownBy(() -> scripts.run(
                        behind("echo 'waiting for the license server' >&2; sleep 600"),
                        new Script("say done", Map.of()),
                        Duration.ofSeconds(2),
                        new Cancellation(),
                        heard::add))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("the login shell has not come to it in time: waiting for the license server");
    }

    @Test
    void whoeverGivesItUpBeforeItHasBegunIsToldNothingElse() throws PlaceException {
        Cancellation givenUp = new Cancellation();
        givenUp.cancel();

        assertThat(scripts.run(behind("cat >/dev/null"), new Script("say done", Map.of()), LONG, givenUp, heard::add))
                .isEqualTo(Scripts.End.STOPPED);
    }

    @Test
    void whatNeverStopsSayingIsStoppedInWordsOfItsOwn() {
        AtomicLong bytes = new AtomicLong();
        String endless = "x=$(printf '%065536d' 0); say first; while :; do say more \"$x\"; done; : >\"$HOME/after\"";

        assertThatThrownBy(() -> runHearing(endless, frame -> bytes.addAndGet(length(frame))))
                .isInstanceOf(PlaceException.class)
                .hasMessage("a script said more than can be kept: it was stopped after 8 MB of answers");

        assertThat(bytes.get()).isBetween(Scripts.MOST_BYTES * 9 / 10, Scripts.MOST_BYTES);
        assertThat(home.resolve("after")).doesNotExist();
    }

    /** Nothing in a field is no nothing to whoever keeps it. */
    @Test
    void emptyFieldsCount() {
        String endless = "set --; i=0; while [ $i -lt 900 ]; do set -- \"$@\" ''; i=$((i + 1)); done\n"
                + "while :; do say more \"$@\"; done";
        AtomicLong fields = new AtomicLong();

        assertThatThrownBy(() -> runHearing(
                        endless, frame -> fields.addAndGet(frame.fields().size())))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("more than can be kept");

        assertThat(fields.get()).isLessThan(200_000);
    }

    private void runHearing(String text, Consumer<Frame> hearing) throws PlaceException {
        scripts.run(behind(":"), new Script(text, Map.of()), LONG, new Cancellation(), hearing);
    }

    private static long length(Frame frame) {
        return frame.fields().stream().mapToLong(String::length).sum();
    }

    /** Many bytes at once, of which the shell must read none. */
    @Test
    void whatAScriptBecomesHasTheStreams() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(1).nextBytes(sent);
        Script script = new Script("say before \"$given\"; say go; exec head -c 300000", Map.of("given", "x"));

        try (Talk talk = scripts.open(
                behind("echo noise; read x; echo more >&2"), script, LONG, new Cancellation(), heard::add)) {
            Future<?> writing = threads.submit(() -> {
                talk.input().write(sent);
                talk.input().flush();
                return null;
            });

            assertThat(talk.output().readAllBytes()).isEqualTo(sent);
            writing.get(10, TimeUnit.SECONDS);
        }
        assertThat(heard).containsExactly(new Frame("before", List.of("x")));
    }

    @Test
    void theLastWordsOfWhatItBecomesAreKept() throws Exception {
        Script script = new Script("say go; exec sh -c 'echo no such thing >&2'", Map.of());

        try (Talk talk = scripts.open(behind(""), script, LONG, new Cancellation(), heard::add)) {
            assertThat(talk.output().read()).isEqualTo(-1);
            assertThat(talk.lastWords()).isEqualTo("no such thing");
        }
    }

    @Test
    void aScriptThatBecomesNothingIsAFailure() {
        Script script = new Script("say why 'not there'; exit 0", Map.of());

        assertThatThrownBy(() -> scripts.open(behind(""), script, LONG, new Cancellation(), heard::add))
                .isInstanceOf(PlaceException.class);
        assertThat(heard).containsExactly(new Frame("why", List.of("not there")));
    }

    @Test
    void whoeverGivesUpWhatItBecameIsNotKeptWaiting() throws Exception {
        Cancellation cancellation = new Cancellation();
        Script script = new Script("say go; exec sleep 1000", Map.of());
        try (Talk talk = scripts.open(behind(""), script, LONG, cancellation, heard::add)) {
            Future<Integer> reading = threads.submit(() -> talk.output().read());

            cancellation.cancel();

            Waiting.until(reading::isDone);
        }
    }
}
