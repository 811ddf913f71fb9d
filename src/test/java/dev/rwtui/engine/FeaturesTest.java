package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.Remote;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.testing.FakeTimers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What features make of requests before anything runs on a host, in a repository on this disk. */
final class FeaturesTest {

    private static final HostAlias TYPED = new HostAlias("dw");
    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final Engine.Client ME = new Engine.Client(Optional.of("/agent"), Engine.Attendance.ATTENDED);

    @TempDir
    Path home;

    private final Deque<Runnable> blocking = new ArrayDeque<>();
    private final List<Notice> told = new ArrayList<>();

    /** On whose behalf commands were to run. */
    private final List<Engine.Client> running = new ArrayList<>();

    private Features features;

    @BeforeEach
    void make() {
        EngineTools tools = new EngineTools(
                (hop, carrier, attempt) -> {
                    throw new AssertionError("nobody connects");
                },
                typed -> {
                    throw new AssertionError("nobody reads");
                },
                (watched, changed) -> {},
                nowhere(),
                () -> new dev.rwtui.settings.Surroundings(Map.of(), home),
                Runnable::run,
                blocking::add,
                new FakeTimers(),
                new Backoff(() -> 0.5),
                Duration.ZERO);
        Announcements announcements = new Announcements(tools);
        announcements.subscribe(told::add, List.of());
        features = new Features(
                tools, announcements, new Questions(tools.engine(), announcements::publish), new KnownHosts());
    }

    private static Place nowhere() {
        return (command, cancellation) -> {
            throw new AssertionError("nobody runs " + command);
        };
    }

    /** Each is listed; one has two names. */
    private final class KnownHosts implements Features.Hosts {
        @Override
        public List<HostAlias> names(HostAlias alias) {
            return List.of(alias);
        }

        @Override
        public HostAlias alias(HostAlias name) {
            return name.equals(TYPED) ? HOST : name;
        }

        @Override
        public void known(HostAlias host, Runnable then) {
            then.run();
        }

        @Override
        public Place standing(HostAlias host) {
            return nowhere();
        }

        @Override
        public Place place(HostAlias host, Engine.Client client, Engine.Client runs) {
            running.add(runs);
            return nowhere();
        }
    }

    private void submit(Request request) {
        features.handle(request, ME);
        while (!blocking.isEmpty()) {
            blocking.remove().run();
        }
    }

    private <N extends Notice> List<N> told(Class<N> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Notice.SyncRead read() {
        submit(new Request.ReadSync(TYPED));
        return told(Notice.SyncRead.class).get(0);
    }

    private void repository(String config) throws IOException {
        Path git = Files.createDirectories(home.resolve("code/.git"));
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("config"), config);
        features.handle(new Request.OpenRepository(home.resolve("code").toString()), ME);
    }

    static List<Request> thatFetch() {
        return List.of(
                new Request.PlanSync(HOST, SyncWish.PLAIN),
                new Request.CarryOut(HOST, "id"),
                new Request.MakeClone(HOST, "~/code"));
    }

    static List<Request> thatDoNotFetch() {
        return List.of(
                new Request.ReadSync(HOST),
                new Request.PlanUndo(HOST, Optional.empty()),
                new Request.ListBackups(HOST),
                new Request.ShowBackup(HOST, "id"),
                new Request.DropBackups(HOST, List.of("id")),
                new Request.SurveyPython(HOST),
                new Request.AskMachine(HOST));
    }

    /** A git there may need the user's key. */
    @ParameterizedTest
    @MethodSource("thatFetch")
    void whatFetchesMayHaveTheAgentOfWhoeverAsks(Request request) {
        features.handle(request, ME);

        assertThat(running).containsExactly(new Engine.Client(Optional.of("/agent"), Engine.Attendance.UNATTENDED));
    }

    @ParameterizedTest
    @MethodSource("thatDoNotFetch")
    void nothingElseMay(Request request) {
        features.handle(request, ME);

        assertThat(running).containsExactly(Features.UNATTENDED);
    }

    @Test
    void outsideARepositoryNothingIsSynced() {
        features.handle(new Request.OpenRepository(home.toString()), ME);

        Notice.SyncRead read = read();

        assertThat(read.host()).isEqualTo(HOST);
        assertThat(read.failure())
                .contains(new SyncFailure(
                        SyncFailure.Kind.NOT_THERE,
                        "rwtui was not started in a git repository",
                        "start it in the one that is to be synced"));
    }

    @Test
    void aRepositoryThatNobodyHasMappedIsNotSynced() throws IOException {
        repository("[rwtui \"gpu07\"]\n\tpath = ~/code\n");

        assertThat(read().failure())
                .contains(new SyncFailure(
                        SyncFailure.Kind.NOT_THERE, "nobody has said where the repository is on direwolf", ""));

        // Front ends tell by it what is missing.
        assertThat(told(Notice.MappingRead.class))
                .extracting(Notice.MappingRead::mapping)
                .containsExactly(Mapping.NONE);
        assertThat(told.indexOf(told(Notice.MappingRead.class).get(0)))
                .isLessThan(told.indexOf(told(Notice.SyncRead.class).get(0)));
    }

    @Test
    void whatIsTheMatterWithTheRepositoryIsSaid() throws IOException {
        repository("[rwtui \"direwolf\"\n");

        assertThat(read().failure().orElseThrow().kind()).isEqualTo(SyncFailure.Kind.NOT_THERE);
        assertThat(read().failure().orElseThrow().why()).contains("config");
    }

    @Test
    void aCloneNeedsARemoteToBeMadeOf() throws IOException {
        repository("");

        submit(new Request.MakeClone(TYPED, "~/code"));

        assertThat(told(Notice.RequestFailed.class))
                .containsExactly(new Notice.RequestFailed(
                        "making a clone on direwolf",
                        "the repository here has no remote that it could be cloned from; add one with git remote add"));
    }

    @Test
    void whatIsToldOfTheRepositoryHoldsNoPassword() throws IOException {
        repository("[remote \"origin\"]\n\turl = https://ada:secret@host/x.git\n");

        read();

        assertThat(told(Notice.RepositoryRead.class)
                        .get(0)
                        .repository()
                        .orElseThrow()
                        .remotes())
                .extracting(Remote::url)
                .containsExactly("https://host/x.git");
    }
}
