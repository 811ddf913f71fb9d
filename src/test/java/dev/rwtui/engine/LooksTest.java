package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.facts.MachineProbe;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.python.SurveyWish;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Scripts;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.FakeTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When hosts are looked over and asked, and what is told: on this machine's own shell, by a clock turned by hand. */
@Timeout(60)
final class LooksTest {

    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final HostAlias OTHER = new HostAlias("gpu07");

    @TempDir
    Path home;

    private final FakeTimers timers = new FakeTimers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HostAlias> asked = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private Function<HostAlias, SurveyWish> wishing = host -> SurveyWish.environments();
    private Surveys surveys;
    private Machines machines;

    @BeforeEach
    void make() {
        EngineTools tools = new EngineTools(
                (hop, carrier, attempt) -> {
                    throw SshException.of(Failure.Kind.BUG, HOST, "nobody connects", "");
                },
                typed -> {
                    throw new AssertionError("nobody reads");
                },
                (watched, changed) -> {},
                place(HOST),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), home),
                Runnable::run,
                Runnable::run,
                timers,
                new Backoff(() -> 0.5),
                Duration.ZERO);
        Announcements announcements = new Announcements(tools);
        announcements.subscribe(told::add, List.of());
        Background background = new Background(Runnable::run);
        Scripts scripts = new Scripts(timers, threads);
        surveys = new Surveys(
                tools,
                announcements,
                background,
                new EnvironmentProbe(scripts, timers, threads),
                this::place,
                host -> wishing.apply(host));
        machines = new Machines(
                tools,
                announcements,
                background,
                new MachineProbe(scripts, timers),
                this::place,
                host -> Optional.empty());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Place place(HostAlias host) {
        ThisMachine here =
                new ThisMachine(Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "SHELL", "/bin/sh"));
        return (String command, Cancellation cancellation) -> {
            asked.add(host);
            if (trouble.isPresent()) {
                throw new PlaceException(trouble.get());
            }
            return here.start(command, cancellation);
        };
    }

    private Survey lastSurvey() {
        return told.stream()
                .filter(Notice.EnvironmentsFound.class::isInstance)
                .map(notice -> ((Notice.EnvironmentsFound) notice).survey())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private Notice.MachineAsked lastMachine() {
        return told.stream()
                .filter(Notice.MachineAsked.class::isInstance)
                .map(Notice.MachineAsked.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void aHostIsSurveyedOnceForEachSessionAndOnlyWhereSomebodyLooks() {
        surveys.sessionUp(HOST);
        assertThat(asked).isEmpty();

        surveys.look(Optional.of(HOST));
        assertThat(asked).containsExactly(HOST);
        assertThat(lastSurvey().stage()).isEqualTo(Survey.Stage.DONE);
        surveys.look(Optional.of(OTHER));
        surveys.look(Optional.of(HOST));
        assertThat(asked).containsExactly(HOST);

        surveys.sessionLost(HOST);
        surveys.sessionUp(HOST);
        assertThat(asked).containsExactly(HOST, HOST);
    }

    @Test
    void askingAgainWaitsForASessionWhereThereIsNone() {
        surveys.look(Optional.of(HOST));
        surveys.again(HOST);
        assertThat(asked).isEmpty();

        surveys.sessionUp(HOST);
        surveys.again(HOST);
        assertThat(asked).containsExactly(HOST, HOST);
    }

    @Test
    void whatWasFoundStaysWhereNobodyCanLookAnyMore() throws Exception {
        Files.createDirectories(home.resolve("envs/mine/bin"));
        Files.writeString(home.resolve("envs/mine/pyvenv.cfg"), "home = /usr/bin\nversion = 3.11.2\n");
        Files.createSymbolicLink(home.resolve("envs/mine/bin/python"), Path.of("/usr/bin/python3"));
        surveys.look(Optional.of(HOST));
        surveys.sessionUp(HOST);
        assertThat(surveys.environments(HOST)).extracting(Environment::name).contains("mine");

        trouble = Optional.of("the session is gone");
        surveys.survey(HOST, place(HOST));

        assertThat(lastSurvey().stage()).isEqualTo(Survey.Stage.FAILED);
        assertThat(lastSurvey().failure()).contains("the session is gone");
        assertThat(lastSurvey().environments()).extracting(Environment::name).contains("mine");
        assertThat(surveys.standing()).hasSize(1);
    }

    /** Whoever waits must hear of an end, and the bug must be told where bugs are. */
    @Test
    void aBugInWhatLooksIsAnEndToo() {
        surveys.look(Optional.of(HOST));
        wishing = host -> {
            throw new IllegalStateException("oops");
        };

        assertThatThrownBy(() -> surveys.sessionUp(HOST)).hasMessage("oops");

        assertThat(lastSurvey().failure())
                .hasValueSatisfying(why -> assertThat(why).contains("a bug in rwtui"));
        wishing = host -> SurveyWish.environments();
        surveys.again(HOST);
        assertThat(lastSurvey().stage()).isEqualTo(Survey.Stage.DONE);
    }

    @Test
    void packagesOfAnEnvironmentAreToldOrWhyNot() {
        surveys.packages(HOST, home + "/nowhere", place(HOST));

        Notice.PackagesListed listed = (Notice.PackagesListed) told.get(told.size() - 1);
        assertThat(listed.environment()).isEqualTo(home + "/nowhere");
        assertThat(listed.listing().packages()).isEmpty();
        assertThat(listed.listing().failure().orElse("")).contains("there is no environment");
    }

    @Test
    void aMachineIsAskedEveryMinuteAtAGlanceAndEveryFiveSecondsClosely() {
        machines.look(Optional.of(HOST));
        assertThat(asked).isEmpty();
        machines.sessionUp(HOST);
        assertThat(asked).hasSize(1);
        assertThat(lastMachine().facts()).isPresent();

        timers.advance(Duration.ofSeconds(59));
        assertThat(asked).hasSize(1);
        timers.advance(Duration.ofSeconds(1));
        assertThat(asked).hasSize(2);

        machines.watch(Optional.of(HOST));
        timers.advance(Duration.ofSeconds(5));
        assertThat(asked).hasSize(3);
        timers.advance(Duration.ofSeconds(10));
        assertThat(asked).hasSize(5);

        machines.watch(Optional.empty());
        machines.look(Optional.of(OTHER));
        timers.advance(Duration.ofHours(1));
        assertThat(asked).hasSize(5);
    }

    @Test
    void oneThatIsNotConnectedIsNotAsked() {
        machines.look(Optional.of(HOST));
        machines.sessionUp(HOST);
        machines.sessionLost(HOST);

        timers.advance(Duration.ofHours(1));

        assertThat(asked).hasSize(1);
    }

    @Test
    void allThatAreConnectedAreAskedTogether() {
        machines.sessionUp(HOST);
        machines.sessionUp(OTHER);
        assertThat(asked).isEmpty();

        machines.askAll();

        assertThat(asked).containsExactlyInAnyOrder(HOST, OTHER);
    }

    @Test
    void theLastGoodAnswerStaysBesideAFailure() {
        machines.look(Optional.of(HOST));
        machines.sessionUp(HOST);
        trouble = Optional.of("no room");

        machines.ask(HOST, place(HOST));

        assertThat(lastMachine().failure()).contains("no room");
        assertThat(lastMachine().facts()).isPresent();
        assertThat(machines.standing()).containsExactly(lastMachine());
    }
}
