package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.testing.GitSyncSample;
import dev.rwtui.tui.testing.MachineSample;
import dev.rwtui.tui.testing.PythonSample;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What crosses the engine's border is data: it can go over a wire and come back equal. */
final class BorderOfValuesTest {

    /** Of a record its components, and nothing that is worked out from them. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build()
            .registerModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("dev.rwtui.")
                            .allowIfSubType("java.util.")
                            .build(),
                    ObjectMapper.DefaultTyping.OBJECT_AND_NON_CONCRETE);

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final TunnelId TUNNEL =
            new TunnelId(HOST, new LocalForward(Optional.of("::1"), 6006, new Endpoint("127.0.0.1", 6006)));
    private static final Failure FAILURE = new Failure(Failure.Kind.LOST, HOST, "reset", "Wait.");

    static Stream<Request> requests() {
        return Stream.of(
                new Request.Connect(HOST, Request.Forwards.ALL),
                new Request.Disconnect(HOST),
                new Request.CancelConnecting(HOST),
                new Request.OpenTunnel(TUNNEL),
                new Request.CloseTunnel(TUNNEL),
                new Request.SetChecking(TUNNEL, TunnelStatus.Checking.OFF),
                new Request.Look(Optional.of(HOST)),
                new Request.ReloadConfiguration(),
                new Request.SurveyPython(HOST),
                new Request.ListPackages(HOST, "/opt/conda"),
                new Request.Compare(
                        new EnvironmentRef.OnHost(HOST, "vision"), new EnvironmentRef.InFile("/w/u.lock", "u.lock")),
                new Request.Compare(new EnvironmentRef.Here("a"), new EnvironmentRef.Here("b")),
                new Request.AskMachine(HOST),
                new Request.AskMachines(),
                new Request.WatchMachine(Optional.of(HOST)),
                new Request.OpenRepository("/home/me/code"),
                new Request.MapRepository(HOST, "~/code"),
                new Request.ChooseInterpreter(HOST, "/opt/conda/bin/python"),
                new Request.ReadSync(HOST),
                new Request.PlanSync(HOST, new SyncWish(SyncWish.Commits.PUSH, SyncWish.Source.HERE)),
                new Request.PlanUndo(HOST, Optional.of(GitSyncSample.ID)),
                new Request.CarryOut(HOST, GitSyncSample.ID),
                new Request.CancelSync(HOST),
                new Request.ListBackups(HOST),
                new Request.ShowBackup(HOST, GitSyncSample.ID),
                new Request.DropBackups(HOST, List.of(GitSyncSample.ID)),
                new Request.MakeClone(HOST, "~/code/vision"),
                new Request.Reconnect(HOST));
    }

    static Stream<Notice> notices() {
        HostSummary host = HostSummary.of(HOST, "me", new Endpoint("h", 22))
                .alsoCalled(List.of(new HostAlias("other")))
                .described("a machine")
                .via(List.of(new HostAlias("gate")))
                .forwarding(List.of(TUNNEL.forward()))
                .refused("/c:1: no")
                .remarking(List.of("remark"))
                .uncertain(List.of("/c:2: Match exec"))
                .from(HostSummary.Source.TYPED);
        Question.Fields fields = new Question.Fields(
                "title", "instruction", List.of(new Question.Field("Password:", Question.Echo.HIDDEN)));
        Question.UnknownHostKey key = new Question.UnknownHostKey("h", "ssh-ed25519", "SHA256:x", Optional.of("/k"));
        Stream<Notice> links = Stream.of(
                        new Link.Idle(),
                        new Link.Connecting(HOST, 1, 2, Step.KEY_EXCHANGE),
                        new Link.Up(
                                NOW,
                                List.of(new Link.Trip(HOST, Optional.of(new RoundTrip(Duration.ofMillis(4), NOW))))),
                        new Link.Lingering(NOW, NOW),
                        new Link.Retrying(FAILURE, 3, NOW),
                        new Link.Failed(FAILURE, NOW))
                .map(link -> new Notice.LinkChanged(HOST, 7, link));
        Stream<Notice> tunnels = Stream.of(
                        new TunnelState.Off(),
                        new TunnelState.Opening(),
                        new TunnelState.Up(NOW),
                        new TunnelState.Unproved(NOW),
                        new TunnelState.FarEndSilent(TunnelState.Cause.CONNECT_FAILED, "refused", NOW),
                        new TunnelState.WaitingForSession(NOW),
                        new TunnelState.Failed("taken", "close it", NOW))
                .map(state -> new Notice.TunnelChanged(
                        8,
                        new TunnelStatus(
                                TUNNEL,
                                state,
                                new TunnelStatus.Traffic(1, 2, 3, 4),
                                List.of("[::1]:6006"),
                                TunnelStatus.Protocol.HTTP,
                                TunnelStatus.Checking.ON)));
        SyncFailure failure = GitSyncSample.failure(SyncFailure.Kind.REFUSED);
        SyncPlan plan = GitSyncSample.plan(GitSyncSample.localCommits());
        Stream<Notice> syncs = Stream.of(
                new Notice.SyncRead(HOST, 30, Optional.of(GitSyncSample.holdsWork()), Optional.of(failure)),
                new Notice.SyncRead(HOST, 31, Optional.of(GitSyncSample.noClone()), Optional.empty()),
                new Notice.SyncStep(HOST, 32, Optional.of("fetching origin")),
                new Notice.SyncStep(HOST, 33, Optional.empty()),
                new Notice.SyncPlanned(HOST, 34, Optional.of(plan), Optional.empty()),
                new Notice.SyncPlanned(HOST, 35, Optional.empty(), Optional.of(failure)),
                new Notice.SyncEnded(HOST, 36, Optional.of(GitSyncSample.imperfect(plan)), Optional.empty()),
                new Notice.SyncEnded(HOST, 37, Optional.empty(), Optional.of(failure)),
                new Notice.BackupsListed(HOST, 38, GitSyncSample.backups(), Optional.of(failure)),
                new Notice.BackupShown(HOST, GitSyncSample.ID, 39, "a diff", Optional.empty()));
        Stream<Notice> others = Stream.of(
                new Notice.ConfigurationRead(
                        1,
                        List.of(new Notice.LookedFor("/c", Notice.Presence.READ)),
                        List.of(host),
                        List.of("p"),
                        List.of("m")),
                new Notice.SettingsChanged(HOST, 9, List.of("Port 22 is now 2222")),
                new Notice.EnvironmentsFound(HOST, 10, PythonSample.all()),
                new Notice.EnvironmentsFound(HOST, 11, PythonSample.unfinished()),
                new Notice.PackagesListed(HOST, "/opt/conda", 12, Notice.Listing.of(PythonSample.packages())),
                new Notice.PackagesListed(HOST, "/opt/conda", 13, Notice.Listing.failed("gone")),
                new Notice.EnvironmentsCompared(
                        new EnvironmentRef.OnHost(HOST, "vision"),
                        new EnvironmentRef.InFile("/w/environment.yml", "environment.yml"),
                        14,
                        PythonSample.compared()),
                new Notice.EnvironmentsCompared(
                        new EnvironmentRef.OnHost(HOST, "vision"),
                        new EnvironmentRef.Here("vision"),
                        15,
                        Compared.failed("a", "b", "no")),
                new Notice.MachineAsked(HOST, 20, Optional.of(MachineSample.facts()), Optional.empty()),
                new Notice.MachineAsked(HOST, 21, Optional.empty(), Optional.of("gone")),
                new Notice.RepositoryRead(16, Optional.of(PythonSample.repository()), Optional.empty()),
                new Notice.RepositoryRead(17, Optional.empty(), Optional.of("broken")),
                new Notice.MappingRead(HOST, 18, new Mapping(Optional.of("~/code"), Optional.of("/p"))),
                new Notice.RequestFailed("mapping", "locked"),
                new Notice.QuestionAsked(new Question(1, HOST, HOST, fields, Duration.ofMinutes(2))),
                new Notice.QuestionAsked(new Question(2, HOST, HOST, key, Duration.ofMinutes(2))),
                new Notice.QuestionWithdrawn(1, "gone"),
                new Notice.Logged(NOW, Notice.Level.WARNING, Optional.of(HOST), "text"));
        return Stream.of(links, tunnels, syncs, others).flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestSurvivesJson(Request request) throws Exception {
        String json = MAPPER.writerFor(Request.class).writeValueAsString(request);

        assertThat(MAPPER.readValue(json, Request.class)).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void aNoticeSurvivesJson(Notice notice) throws Exception {
        String json = MAPPER.writerFor(Notice.class).writeValueAsString(notice);

        assertThat(MAPPER.readValue(json, Notice.class)).isEqualTo(notice);
    }

    @Test
    void everyVariantIsAmongTheExamples() {
        assertThat(kinds(requests())).isEqualTo(variants(Request.class));
        assertThat(kinds(notices())).isEqualTo(variants(Notice.class));
    }

    private static Set<Class<?>> kinds(Stream<?> values) {
        return values.map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> variants(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }
}
