package dev.rwtui.tui.testing;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.RoundTrip;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.tui.canvas.Hostile;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Key;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Events that could happen, in any order; the same seed gives the same ones. */
public final class Chance {

    private static final List<String> KEYS = List.of(
            "Enter",
            "Esc",
            "Tab",
            "S-Tab",
            "Up",
            "Down",
            "Left",
            "Right",
            "Home",
            "End",
            "PgUp",
            "PgDn",
            "Backspace",
            "C-u",
            "C-d",
            "C-c",
            "C-l",
            "C-z",
            "F5",
            "j",
            "k",
            "t",
            "a",
            "o",
            "y",
            "n",
            "x",
            "[",
            "]",
            "p",
            "/",
            ":",
            "r",
            "c",
            "Tab",
            "!",
            "?",
            "R",
            "q",
            "1",
            "2",
            "3",
            "i",
            "f",
            "F",
            "m",
            "=",
            "*",
            "g",
            "g",
            "4",
            "z",
            "b",
            "D",
            "h",
            "y",
            "機");

    private final Random random;
    private Instant now = Sample.NOW;

    public Chance(long seed) {
        this.random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public Event event() {
        now = now.plusMillis(random.nextInt(7000) - (random.nextInt(20) == 0 ? 60_000 : 0));
        return switch (random.nextInt(23)) {
            case 0 ->
                new Event.ConfigurationRead(
                        random.nextInt(12),
                        List.of(new Event.ConfigurationFile(text(), "read")),
                        hosts(),
                        random.nextInt(4) == 0 ? List.of(text(), text()) : List.of(),
                        random.nextInt(4) == 0 ? List.of(text()) : List.of());
            case 1, 2 -> new Event.LinkChanged(now, alias(), random.nextInt(30), link());
            case 3, 4 -> new Event.TunnelChanged(now, random.nextInt(30), status());
            case 5 -> new Event.QuestionAsked(now, question());
            case 6 -> new Event.QuestionWithdrawn(random.nextInt(4), random.nextBoolean() ? "" : text());
            case 7 -> new Event.AnswerTyped(random.nextInt(4), random.nextInt(3), random.nextInt(99), text());
            case 8 -> random.nextBoolean() ? new Event.AnswerEntered(random.nextInt(4)) : new Event.Pasted(text());
            case 9 -> new Event.Logged(new Event.LogLine(now, severity(), Optional.of(alias()), text()));
            case 10 -> new Event.Ticked(now);
            case 11 ->
                random.nextBoolean()
                        ? new Event.Copied(now, text(), text())
                        : new Event.EffectFailed(now, text(), text());
            case 12 ->
                random.nextBoolean()
                        ? new Event.SettingsChanged(
                                alias(), random.nextInt(30), random.nextBoolean() ? List.of() : List.of(text()))
                        : new Event.Resized(random.nextInt(210), random.nextInt(70));
            case 13 -> new Event.EnvironmentsFound(now, alias(), random.nextInt(30), survey());
            case 14 ->
                new Event.PackagesListed(
                        new Pythons.Key(alias(), "/p" + random.nextInt(3)),
                        random.nextInt(30),
                        random.nextBoolean()
                                ? new Pythons.Listing(Optional.of(PythonSample.packages()), Optional.empty())
                                : new Pythons.Listing(Optional.empty(), Optional.of(text())));
            case 15 ->
                new Event.MachineAsked(
                        now,
                        alias(),
                        random.nextInt(30),
                        random.nextBoolean() ? Optional.of(MachineSample.facts()) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(text()) : Optional.empty());
            case 16 ->
                random.nextBoolean()
                        ? new Event.RepositoryRead(
                                random.nextInt(30), Optional.of(PythonSample.repository()), Optional.empty())
                        : new Event.MappingRead(
                                alias(), random.nextInt(30), new Mapping(Optional.of(text()), Optional.of("/p0")));
            case 17, 18 -> new Event.SyncTold(now, syncNews());
            default -> new Event.KeyPressed(new Key(KEYS.get(random.nextInt(KEYS.size()))));
        };
    }

    private SyncNews syncNews() {
        HostAlias host = alias();
        long revision = random.nextInt(30);
        Optional<SyncFailure> failure = random.nextBoolean()
                ? Optional.of(new SyncFailure(one(SyncFailure.Kind.values()), text(), text()))
                : Optional.empty();
        List<Supplier<SyncNews>> all = List.of(
                () -> new SyncNews.Read(
                        host, revision, random.nextBoolean() ? Optional.empty() : Optional.of(syncStatus()), failure),
                () -> new SyncNews.Stepped(
                        host, revision, random.nextBoolean() ? Optional.empty() : Optional.of(text())),
                () -> new SyncNews.Planned(
                        host,
                        revision,
                        failure.isPresent()
                                ? Optional.empty()
                                : Optional.of(random.nextBoolean() ? SyncSample.hostile() : SyncSample.full()),
                        failure),
                () -> new SyncNews.Ended(
                        host,
                        revision,
                        failure.isPresent()
                                ? Optional.empty()
                                : Optional.of(SyncSample.outcome(new Change(text(), one(Change.Kind.values())))),
                        failure),
                () -> new SyncNews.BackupsListed(
                        host,
                        revision,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(
                                        SyncSample.backup(text(), one(SyncPlan.Occasion.values()), random.nextInt(3))),
                        failure),
                () -> new SyncNews.BackupShown(host, text(), revision, text() + "\n+" + text(), failure));
        return all.get(random.nextInt(all.size())).get();
    }

    private SyncStatus syncStatus() {
        Verdict verdict = new Verdict(one(Verdict.Kind.values()), text());
        WorkingCopy there = random.nextBoolean() ? SyncSample.odd() : SyncSample.there();
        return new SyncStatus(
                text(),
                Optional.of(SyncSample.bare()),
                random.nextBoolean() ? Optional.empty() : Optional.of(there),
                Optional.empty(),
                verdict,
                IntStream.range(0, random.nextInt(9))
                        .mapToObj(i -> SyncSample.difference(text(), one(Difference.Standing.values())))
                        .toList());
    }

    private Survey survey() {
        List<Environment> environments = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            Environment environment = PythonSample.environment(
                    one(EnvironmentKind.values()),
                    text(),
                    "/p" + random.nextInt(6),
                    text(),
                    random.nextInt(300),
                    "torch " + text());
            environments.add(random.nextInt(4) > 0 ? environment : PythonSample.withoutPython(text()));
        }
        Survey.Stage stage = one(Survey.Stage.values());
        return new Survey(
                stage,
                Sample.NOW,
                environments,
                List.of(new Meaning(Meaning.Shell.LOGIN, "python", Optional.of(text()))),
                List.of(new Survey.Unfinished(text(), text())),
                List.of(),
                random.nextBoolean() ? Optional.of("/" + text()) : Optional.empty(),
                stage == Survey.Stage.FAILED ? Optional.of(text()) : Optional.empty());
    }

    private List<HostSummary> hosts() {
        List<HostSummary> hosts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(3) > 0) {
                hosts.add(host(new HostAlias("h" + i)));
            }
        }
        return hosts;
    }

    private HostSummary host(HostAlias alias) {
        HostSummary host = HostSummary.of(alias, "user", new Endpoint("x" + text(), 22))
                .described(text())
                .via(random.nextBoolean() ? List.of() : List.of(new HostAlias("h0")))
                .serving(random.nextBoolean() ? HostSummary.Role.GATEWAY : HostSummary.Role.MACHINE)
                .forwarding(IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> forward())
                        .toList())
                .remarking(random.nextInt(5) == 0 ? List.of(text()) : List.of())
                .uncertain(random.nextInt(5) == 0 ? List.of(text()) : List.of())
                .alsoCalled(random.nextInt(5) == 0 ? List.of(new HostAlias(alias + "b")) : List.of());
        return random.nextInt(5) == 0 ? host.refused(text()) : host;
    }

    private HostAlias alias() {
        return new HostAlias("h" + random.nextInt(6));
    }

    private LocalForward forward() {
        Optional<String> bind = random.nextInt(3) == 0 ? Optional.of("::2") : Optional.empty();
        int port = 6000 + random.nextInt(5);
        return new LocalForward(bind, port, new Endpoint(random.nextBoolean() ? "127.0.0.1" : "y" + text(), port));
    }

    private Link link() {
        List<Supplier<Link>> all = List.of(
                Link.Idle::new,
                () -> new Link.Connecting(alias(), 1 + random.nextInt(3), 2, one(Step.values())),
                () -> new Link.Up(now, List.of(new Link.Trip(alias(), trip()), new Link.Trip(alias(), trip()))),
                () -> new Link.Lingering(now, now.plusSeconds(random.nextInt(900))),
                () -> new Link.Retrying(failure(), random.nextInt(9), now.plusSeconds(random.nextInt(90))),
                () -> new Link.Failed(failure(), now));
        return all.get(random.nextInt(all.size())).get();
    }

    private Optional<RoundTrip> trip() {
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        new RoundTrip(Duration.ofMillis(random.nextInt(300)), now.minusSeconds(random.nextInt(90))));
    }

    private Failure failure() {
        return new Failure(one(Failure.Kind.values()), alias(), text(), text());
    }

    private TunnelStatus status() {
        List<Supplier<TunnelState>> all = List.of(
                TunnelState.Off::new,
                TunnelState.Opening::new,
                () -> new TunnelState.Up(now),
                () -> new TunnelState.Unproved(now),
                () -> new TunnelState.FarEndSilent(one(TunnelState.Cause.values()), text(), now),
                () -> new TunnelState.WaitingForSession(now),
                () -> new TunnelState.Failed(text(), text(), now));
        return new TunnelStatus(
                new TunnelId(alias(), forward()),
                all.get(random.nextInt(all.size())).get(),
                new TunnelStatus.Traffic(random.nextInt(3), random.nextInt(3), random.nextLong() >>> 1, 5),
                random.nextBoolean() ? List.of() : List.of(text()),
                one(TunnelStatus.Protocol.values()),
                one(TunnelStatus.Checking.values()));
    }

    private Question question() {
        List<Question.Field> fields = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Question.Field(text(), one(Question.Echo.values())))
                .toList();
        Question.Ask ask = random.nextBoolean()
                ? new Question.Fields(text(), text().repeat(1 + random.nextInt(9)), fields)
                : new Question.UnknownHostKey(
                        text(), text(), text(), random.nextBoolean() ? Optional.empty() : Optional.of(text()));
        return new Question(random.nextInt(4), alias(), alias(), ask, Duration.ofMinutes(2));
    }

    private Event.Severity severity() {
        return one(Event.Severity.values());
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private String text() {
        return Hostile.text(random);
    }
}
