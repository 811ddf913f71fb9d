package dev.rwtui.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.engine.Run;
import dev.rwtui.shell.Leaving;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.FakeProcess;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Robot;
import dev.rwtui.testing.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProgramTest {

    private static final HostAlias WEB = new HostAlias("web");
    private static final Notice.QuestionAsked PASSWORD = new Notice.QuestionAsked(new Question(
            7,
            WEB,
            WEB,
            new Question.Fields("Password", "", List.of(new Question.Field("Password", Question.Echo.HIDDEN))),
            Duration.ofMinutes(2)));

    private final Robot robot = new Robot(
            new Notice.ConfigurationRead(1, List.of(), List.of(host("db"), host("web")), List.of(), List.of()));

    @AfterEach
    void ends() {
        robot.close();
    }

    @Test
    void aKeyChangesTheScreenAndAsksTheEngine() {
        robot.press("Down", "Enter").sees("connecting");

        assertThat(robot.engine.requests).contains(new Request.Connect(WEB, Request.Forwards.ALL));
    }

    @Test
    void anEventThatChangesNothingDrawsNothing() {
        int frames = robot.console.frames.size();

        robot.press("9").told(new Notice.QuestionWithdrawn(99, "gone"));

        assertThat(robot.console.frames).hasSize(frames);
    }

    @Test
    void nobodyWakesWhileNothingOnTheScreenHasAnAge() {
        assertThat(robot.timers.pending()).isZero();
    }

    @Test
    void whatHasAnAgeIsDrawnAnewWhenItsWordsChange() {
        robot.press("Down").told(new Notice.LinkChanged(WEB, 1, new Link.Up(FakeTimers.START, List.of())));
        String before = robot.screen();

        robot.advance(Duration.ofSeconds(301));

        assertThat(robot.screen()).isNotEqualTo(before).contains("5m");
    }

    @Test
    void aPasswordGoesToTheEngineAndNowhereElse() {
        robot.press("Down", "Enter")
                .told(PASSWORD)
                .press("q", "hunter2")
                .sees("••••••••")
                .doesNotSee("hunter2");

        robot.press("Enter");

        assertThat(robot.engine.answers).containsExactly("7 typed [qhunter2]");
    }

    @Test
    void escapeDeclines() {
        robot.told(PASSWORD).press("abc", "Esc");

        assertThat(robot.engine.answers).containsExactly("7 no");
    }

    @Test
    void keysAreKeysAgainOnceTheQuestionIsAnswered() {
        robot.told(PASSWORD).press("pw", "Enter", "?").sees("Everywhere");
    }

    @Test
    void theRestOfAWithdrawnPasswordDoesNotQuit() {
        robot.told(PASSWORD)
                .press("hal")
                .told(new Notice.QuestionWithdrawn(7, "connection reset"))
                .press("q");

        robot.press("Enter", "?").sees("Everywhere");
    }

    @Test
    void aResizeIsDrawnAtTheNewSize() {
        robot.console.becomes(120, 36);

        robot.program().resized();
        robot.settle();

        assertThat(robot.console.rows()).hasSize(36);
    }

    @Test
    void controlLForgetsWhatTheTerminalShows() {
        robot.press("C-l");

        assertThat(robot.console.log).contains("forget");
    }

    @Test
    void controlZSuspendsAndDrawsAgain() {
        int frames = robot.console.frames.size();

        robot.press("C-z");

        assertThat(robot.console.log).contains("suspend");
        assertThat(robot.console.frames).hasSize(frames + 1);
    }

    @Test
    void aShellHasTheTerminalWhileTheStateGoesOn() {
        FakeProcess process = new FakeProcess("", "", () -> {}).onTerminal();
        robot.engine.commands.put(
                "db: a shell", CompletableFuture.completedFuture(new Run.Running(process, OptionalInt.empty())));
        robot.shell = () -> {
            robot.engine.tell(PASSWORD);
            robot.program().continued();
            return new Leaving.Escaped();
        };

        robot.press("s").sees("left the shell on db").sees("Password");

        assertThat(robot.console.log)
                .containsSubsequence("lend", "shell db", "reclaim")
                .doesNotContain("continued");
        assertThat(process.closed).isTrue();
    }

    @Test
    void whileAShellIsBeingOpenedThereIsNoSecondOne() {
        CompletableFuture<Run> first = new CompletableFuture<>();
        robot.engine.commands.put("db: a shell", first);
        robot.pressUnsettled("s");
        robot.awaitSees("opening a shell on db");

        robot.pressUnsettled("s");
        robot.awaitSees("a shell on db is being opened");
        first.complete(new Run.Failed(new Failure(Failure.Kind.CANCELLED, new HostAlias("db"), "cancelled", "")));

        robot.settle().sees("no shell on db: cancelled");
    }

    @Test
    void aShellIsNotGivenTheTerminalWhileAQuestionIsInFront() {
        CompletableFuture<Run> run = new CompletableFuture<>();
        robot.engine.commands.put("db: a shell", run);
        robot.shell = Leaving.Escaped::new;
        robot.pressUnsettled("s");
        robot.engine.tell(PASSWORD);
        robot.awaitSees("Password");
        run.complete(new Run.Running(new FakeProcess("", "", () -> {}).onTerminal(), OptionalInt.empty()));
        robot.pressUnsettled("s", "e", "c");
        robot.awaitSees("•••");
        assertThat(robot.console.log).doesNotContain("lend");

        robot.pressUnsettled("Enter");
        Waiting.until(() -> {
            robot.timers.advance(Loan.QUIET);
            return robot.console.log.contains("reclaim");
        });

        assertThat(robot.engine.answers).containsExactly("7 typed [sec]");
    }

    @Test
    void whatIsStillTypedAfterAShellIsNotForTheDashboard() {
        robot.engine.commands.put(
                "db: a shell",
                CompletableFuture.completedFuture(
                        new Run.Running(new FakeProcess("", "", () -> {}).onTerminal(), OptionalInt.empty())));
        robot.shell = () -> {
            robot.pressUnsettled("q");
            return new Leaving.Escaped();
        };

        robot.press("s").press("q").press("Down").sees("left the shell on db");
        robot.advance(Loan.QUIET);
        robot.press("q");

        assertThat(robot.exitCode()).isZero();
    }

    @Test
    void goingOnAfterAStopDrawsAgain() {
        int frames = robot.console.frames.size();

        robot.program().continued();
        robot.settle();

        assertThat(robot.console.log).contains("continued");
        assertThat(robot.console.frames).hasSize(frames + 1);
    }

    @Test
    void copyingSaysWhichWayItTook() {
        robot.press("y").sees("the robot's clipboard");

        assertThat(robot.console.log).anyMatch(line -> line.startsWith("send copy:"));
    }

    @Test
    void theWayOutIsInOrder() {
        robot.press("q");

        assertThat(robot.exitCode()).isZero();
        assertThat(robot.engine.closed).isTrue();
        assertThat(robot.console.log).containsExactly("open", "stop input", "close");
    }

    @Test
    void aSignalEndsItWithItsCode() {
        robot.program().close(143);

        assertThat(robot.exitCode()).isEqualTo(143);
    }

    @Test
    void aBugGivesTheTerminalBackAndIsReportedWithTheLastEvents() {
        robot.console.breaks();
        robot.press("j");

        assertThat(robot.exitCode()).isEqualTo(Program.BUG);
        assertThat(robot.console.log).endsWith("close");
        assertThat(robot.bugs)
                .singleElement()
                .satisfies(report ->
                        assertThat(report.lastEvents()).last().asString().contains("KeyPressed"));
    }

    private static HostSummary host(String alias) {
        return HostSummary.of(new HostAlias(alias), "me", new Endpoint(alias, 22))
                .forwarding(List.of(new LocalForward(Optional.empty(), 6006, new Endpoint("127.0.0.1", 6006))));
    }
}
