package dev.rwtui.tui.view;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.BUSY;
import static dev.rwtui.tui.testing.Sample.CUED;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.GPU07;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.asked;
import static dev.rwtui.tui.testing.Sample.failure;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.tunnel;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.Scheduler;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.MachineSample;
import dev.rwtui.tui.testing.PythonSample;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class GoldenScreensTest {

    private static final int[][] SIZES = {{60, 20}, {80, 24}, {120, 36}, {200, 60}};

    @TestFactory
    Stream<DynamicTest> upWithTunnels() {
        return everySize("hosts/up", busy());
    }

    @TestFactory
    Stream<DynamicTest> idle() {
        return everySize("hosts/idle", Story.givenDirewolf());
    }

    @TestFactory
    Stream<DynamicTest> connecting() {
        return sizes(
                "session/connecting",
                Story.givenDirewolf()
                        .when(
                                link(DIREWOLF, 1, new Link.Connecting(DIREWOLF, 2, 2, Step.KEY_EXCHANGE)),
                                link(CUED, 1, Sample.up())),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        return sizes("session/refused", busy().press("Down"), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> retrying() {
        Failure cause =
                failure(Failure.Kind.LOST, CUED, "no answer for 45 s", "Check the network between here and cued.");
        return sizes(
                "session/retrying",
                busy().when(
                                link(DIREWOLF, 9, new Link.Retrying(cause, 2, NOW.plusSeconds(12))),
                                tunnel(BOARD, 9, new TunnelState.WaitingForSession(NOW), BUSY),
                                tunnel(JUPYTER, 9, new TunnelState.WaitingForSession(NOW))),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> tunnelStates() {
        List<LocalForward> forwards = IntStream.range(0, 9)
                .mapToObj(i -> Sample.forward(6000 + i))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        forwards.add(new LocalForward(Optional.of("10.0.0.5"), 5432, new Endpoint("db.internal", 5432)));
        forwards.add(new LocalForward(Optional.of("::1"), 9000, new Endpoint("2001:db8::7", 9000)));
        HostSummary host = Sample.host(DIREWOLF, "every state", forwards.toArray(LocalForward[]::new));
        List<TunnelState> states = List.of(
                new TunnelState.Off(),
                new TunnelState.Opening(),
                new TunnelState.Up(NOW.minusSeconds(7)),
                new TunnelState.Unproved(NOW.minusSeconds(60)),
                new TunnelState.FarEndSilent(TunnelState.Cause.CONNECT_FAILED, "Connection refused", NOW),
                new TunnelState.FarEndSilent(TunnelState.Cause.PROHIBITED, "administratively prohibited", NOW),
                new TunnelState.FarEndSilent(TunnelState.Cause.CONNECT_FAILED, "Name or service not known", NOW),
                new TunnelState.WaitingForSession(NOW),
                new TunnelState.Failed("port 6008 is taken by another program", "Stop it, or change the forward.", NOW),
                new TunnelState.FarEndSilent(TunnelState.Cause.CONNECT_FAILED, "Connection refused", NOW),
                new TunnelState.FarEndSilent(TunnelState.Cause.OTHER, "", NOW));
        Story story =
                Story.given(Sample.read(Sample.cued(), host)).press("Down").when(link(DIREWOLF, 1, Sample.up()));
        for (int i = 0; i < states.size(); i++) {
            story.when(tunnel(
                    new TunnelId(DIREWOLF, forwards.get(i)),
                    1,
                    states.get(i),
                    i % 2 == 0 ? BUSY : dev.rwtui.tunnel.model.TunnelStatus.Traffic.NONE));
        }
        return everySize("tunnels/states", story.press("2", "]", "]", "]", "]"));
    }

    @TestFactory
    Stream<DynamicTest> ascii() {
        Client client = new Client(
                80,
                24,
                Client.Glyphs.ASCII,
                "~/.ssh/config",
                NOW,
                ZoneOffset.UTC,
                "/home/anthonyhu/code/vision",
                Optional.of("demo: nothing of yours is touched"));
        Story story = busy();
        AppState state =
                new AppState(client, NOW, story.state().facts(), story.state().screen(), List.of(), Optional.empty());
        return sizes("hosts/ascii", Story.of(state), 80, 120);
    }

    @TestFactory
    Stream<DynamicTest> hostileAndWideNames() {
        HostAlias bad = new HostAlias("\u001b[31mred\u202egnp\u0007");
        HostAlias wide = new HostAlias("機械学習サーバー本番環境その一");
        HostSummary first = Sample.host(bad, "rocket 🚀 e\u0301 \ud800 tab\there\u200b", Sample.forward(6006));
        HostSummary second = Sample.host(wide, "한국어 설명은 넓다 그리고 아주 길다");
        Failure cause = failure(Failure.Kind.PROTOCOL, bad, "banner \u001b]0;owned\u0007\r\nsecond line", "");
        return sizes(
                "hosts/hostile",
                Story.given(Sample.read(first, second)).when(link(bad, 1, new Link.Failed(cause, NOW))),
                60,
                120);
    }

    @TestFactory
    Stream<DynamicTest> noHost() {
        return sizes("empty/no-host", Story.given(Sample.read()), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> filterWithoutMatch() {
        return sizes("empty/no-match", Story.givenHosts().press("/").type("nowhere"), 80);
    }

    @TestFactory
    Stream<DynamicTest> filter() {
        return sizes("hosts/filter", busy().press("/").type("gpu"), 80);
    }

    @TestFactory
    Stream<DynamicTest> problemsOfTheConfiguration() {
        Event read = new Event.ConfigurationRead(
                1,
                List.of(new Event.ConfigurationFile("~/.ssh/config", "read")),
                List.of(
                        Sample.refused(
                                Sample.direwolf(),
                                "~/.ssh/config:12: Port is not a number: \"22x\"",
                                "ForwardX11 is not supported: no X11 window will open"),
                        Sample.cued()),
                List.of(
                        "~/.ssh/config:12: Port is not a number: \"22x\"",
                        "~/.ssh/config:20: Bad configuration option: frob"),
                List.of());
        return sizes("hosts/problems", Story.given(read), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> password() {
        Story story = Story.givenDirewolf()
                .when(
                        asked(Sample.question(1, CUED, Sample.password())),
                        asked(Sample.question(2, CUED, Sample.hostKey())))
                .when(new Event.AnswerTyped(1, 0, 9, ""));
        return everySize("questions/password", story);
    }

    @TestFactory
    Stream<DynamicTest> twoFactors() {
        Question.Fields ask = new Question.Fields(
                "Two factors",
                "Enter the code of your token, then a name for this device. It is trusted for a day.",
                List.of(
                        new Question.Field("Code:", Question.Echo.HIDDEN),
                        new Question.Field("Device:", Question.Echo.SHOWN)));
        Story story = Story.givenDirewolf()
                .when(asked(Sample.question(1, DIREWOLF, ask)))
                .when(new Event.AnswerTyped(1, 0, 6, ""), new Event.AnswerTyped(1, 1, 6, "laptop"));
        return sizes("questions/two-factors", story, 80);
    }

    @TestFactory
    Stream<DynamicTest> aLongPrompt() {
        Question.Fields ask = new Question.Fields(
                "Passphrase",
                "",
                List.of(new Question.Field(
                        "Enter passphrase for key '/home/anthonyhu/.ssh/keys/id_ed25519_cambridge': ",
                        Question.Echo.HIDDEN)));
        Story story = Story.givenDirewolf()
                .when(asked(Sample.question(1, DIREWOLF, ask)))
                .when(new Event.AnswerTyped(1, 0, 99, ""));
        return sizes("questions/long-prompt", story, 60, 80);
    }

    @TestFactory
    Stream<DynamicTest> hostKey() {
        return sizes(
                "questions/host-key",
                Story.givenDirewolf().when(asked(Sample.question(2, CUED, Sample.hostKey()))),
                60,
                80);
    }

    @TestFactory
    Stream<DynamicTest> quit() {
        return sizes("overlays/quit", busy().press("q"), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> help() {
        return sizes("overlays/help", busy().press("?"), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> log() {
        Story story = busy();
        for (int i = 0; i < 30; i++) {
            story.when(new Event.Logged(new Event.LogLine(
                    NOW.plusSeconds(i),
                    i % 7 == 0 ? Event.Severity.ERROR : Event.Severity.INFO,
                    i % 2 == 0 ? Optional.of(DIREWOLF) : Optional.empty(),
                    i % 5 == 0
                            ? "a long line that tells what failed, on which hop, why and what to do, number " + i
                            : "line " + i)));
        }
        return sizes("overlays/log", story.press("!", "Up", "Up"), 60, 80);
    }

    @TestFactory
    Stream<DynamicTest> toast() {
        return sizes("overlays/toast", Story.givenDirewolf().press("o"), 80);
    }

    @TestFactory
    Stream<DynamicTest> tooSmall() {
        Story story = busy().resized(40, 10);
        return Stream.of(golden("empty/too-small", story.state()));
    }

    private static Story busy() {
        Failure cause = failure(
                Failure.Kind.AUTHENTICATION_REFUSED,
                GPU07,
                "Permission denied (publickey,password)",
                "Offer a key that gpu07 knows: IdentityFile names it.");
        return Story.givenDirewolf()
                .when(
                        link(
                                CUED,
                                1,
                                new Link.Up(
                                        NOW.minus(Duration.ofMinutes(200)),
                                        List.of(new Link.Trip(CUED, Sample.trip(4))))),
                        link(DIREWOLF, 1, Sample.up()),
                        link(GPU07, 1, new Link.Failed(cause, NOW)),
                        tunnel(BOARD, 1, new TunnelState.Up(NOW.minusSeconds(6)), BUSY),
                        tunnel(
                                JUPYTER,
                                1,
                                new TunnelState.FarEndSilent(
                                        TunnelState.Cause.CONNECT_FAILED, "Connection refused", NOW)),
                        logged(0, "connected through cued in 412 ms"),
                        logged(0, "6006 listens on 127.0.0.1 and ::1"),
                        logged(0, "8888 listens on 127.0.0.1 and ::1"),
                        logged(1, "8888: connect failed: Connection refused"))
                .after(Duration.ofSeconds(8));
    }

    @TestFactory
    Stream<DynamicTest> commandLine() {
        return everySize("overlays/command-line", Story.givenDirewolf().press(":"));
    }

    @TestFactory
    Stream<DynamicTest> connectWithCompletion() {
        Event read = new Event.ConfigurationRead(
                1,
                List.of(new Event.ConfigurationFile("~/.ssh/config", "read")),
                Sample.hosts(),
                List.of(),
                List.of("gpu??", "*.lab"));
        return sizes(
                "overlays/connect",
                Story.given(read).press(":").type("connect gpu").press("Down"),
                60,
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> anUnknownCommand() {
        return sizes(
                "overlays/unknown-command",
                Story.givenHosts().press(":").type("conect gpu07").press("Enter"),
                60,
                80);
    }

    @TestFactory
    Stream<DynamicTest> alternativesAndWhatMayDiffer() {
        Event read = new Event.ConfigurationRead(
                1,
                List.of(new Event.ConfigurationFile("~/.ssh/config", "read")),
                List.of(
                        Sample.direwolf()
                                .alsoCalled(List.of(new HostAlias("dw"), new HostAlias("board")))
                                .uncertain(List.of("~/.ssh/config:12: Match exec \"test -e /tmp/vpn\"")),
                        Sample.cued().uncertain(List.of("~/.ssh/config:3: canonical host name"))),
                List.of(),
                List.of());
        return everySize("hosts/alternatives", Story.given(read));
    }

    @TestFactory
    Stream<DynamicTest> settingsChanged() {
        Story story = Story.givenDirewolf()
                .when(
                        link(DIREWOLF, 1, new Link.Up(NOW, List.of())),
                        new Event.SettingsChanged(
                                DIREWOLF, 2, List.of("Port 22 is now 2222", "cued: User ah2029 is now anthonyhu")));
        return everySize("session/settings-changed", story);
    }

    @TestFactory
    Stream<DynamicTest> roundTripsOfThePast() {
        return everySize(
                "session/old-round-trips",
                Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up())).tick(NOW.plusSeconds(50)));
    }

    @TestFactory
    Stream<DynamicTest> environments() {
        return everySize("python/hosts-focused", busy().when(PythonSample.found(DIREWOLF, 10, PythonSample.all())));
    }

    @TestFactory
    Stream<DynamicTest> environmentsFocused() {
        return everySize(
                "python/focused",
                busy().when(PythonSample.found(DIREWOLF, 10, PythonSample.all()))
                        .press("3"));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenEnvironment() {
        return sizes(
                "python/broken",
                busy().when(PythonSample.found(DIREWOLF, 10, PythonSample.all()))
                        .press("3", "End", "Up"),
                60,
                120);
    }

    @TestFactory
    Stream<DynamicTest> environmentsNotFinished() {
        return sizes(
                "python/unfinished",
                busy().when(PythonSample.found(DIREWOLF, 10, PythonSample.unfinished()))
                        .press("3"),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> environmentsBeingLookedFor() {
        return sizes(
                "python/looking",
                busy().when(PythonSample.found(DIREWOLF, 10, Survey.begun(NOW))).press("3"),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> environmentsNobodyCouldLookFor() {
        return sizes(
                "python/failed",
                busy().when(PythonSample.found(
                                DIREWOLF, 10, PythonSample.failed("no script could be run to its end: No space left")))
                        .press("3"),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> packages() {
        return everySize("python/packages", packaged());
    }

    @TestFactory
    Stream<DynamicTest> packagesFound() {
        return sizes("python/packages-found", packaged().press("/").type("o"), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> forPyCharm() {
        return sizes("python/pycharm", visionFocused().press("i"), 60, 120, 200);
    }

    @TestFactory
    Stream<DynamicTest> forVsCode() {
        return sizes("python/vs-code", visionFocused().press("i", "Tab"), 60, 120, 200);
    }

    @TestFactory
    Stream<DynamicTest> notConnected() {
        return sizes("python/not-connected", Story.givenDirewolf().press("3", "Enter"), 60, 200);
    }

    @TestFactory
    Stream<DynamicTest> aComparisonOfWhatIsNotThere() {
        EnvironmentRef here = new EnvironmentRef.OnHost(DIREWOLF, "vision");
        EnvironmentRef there = new EnvironmentRef.OnHost(DIREWOLF, "nosuch");
        String why = "direwolf: there is no environment nosuch; there are vision, base, detector, tools, old, python3";
        return sizes(
                "python/compared-failed",
                visionFocused()
                        .press("=")
                        .type("direwolf:nosuch")
                        .press("Enter")
                        .when(new Event.EnvironmentsCompared(
                                NOW, here, there, Compared.failed("direwolf:vision", "direwolf:nosuch", why))),
                60,
                200);
    }

    @TestFactory
    Stream<DynamicTest> whereTheCloneIs() {
        Story story = visionFocused()
                .when(
                        PythonSample.repositoryRead(),
                        PythonSample.found(
                                DIREWOLF,
                                11,
                                PythonSample.withClones("/scratch/users/anthonyhu/projects/2026/autumn/vision")));
        return sizes("python/mapping", story.press("m"), 60, 200);
    }

    @TestFactory
    Stream<DynamicTest> aLongMessage() {
        return sizes(
                "overlays/long-message", busy().press(":").type("compare a b c").press("Enter"), 60, 200);
    }

    @TestFactory
    Stream<DynamicTest> noFreeGpus() {
        return sizes(
                "machine/no-free-gpus",
                busy().when(MachineSample.failed(DIREWOLF, 20, Optional.empty(), "the machine told nothing within 6 s"))
                        .press("F"),
                60,
                200);
    }

    @TestFactory
    Stream<DynamicTest> choosingWhatToCompareWith() {
        return sizes("python/compare-choosing", visionFocused().press("="), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> aComparison() {
        EnvironmentRef there = new EnvironmentRef.OnHost(new HostAlias("gpu07"), "vision");
        Story story = visionFocused().press("=").type("gpu07:vision").press("Enter");
        EnvironmentRef here = new EnvironmentRef.OnHost(DIREWOLF, "vision");
        return everySize(
                "python/compared",
                story.when(new Event.EnvironmentsCompared(NOW, here, there, PythonSample.compared())));
    }

    @TestFactory
    Stream<DynamicTest> aMachineAtAGlance() {
        return everySize("machine/glance", busy().when(MachineSample.asked(DIREWOLF, 20, MachineSample.facts())));
    }

    @TestFactory
    Stream<DynamicTest> aMachine() {
        return everySize(
                "machine/facts",
                busy().when(MachineSample.asked(DIREWOLF, 20, MachineSample.facts()))
                        .press("f"));
    }

    @TestFactory
    Stream<DynamicTest> aMachineWithoutGpus() {
        GpuReport none = new GpuReport.NoTool("nvidia-smi is not there");
        return sizes(
                "machine/no-gpus",
                busy().when(MachineSample.failed(
                                DIREWOLF,
                                20,
                                Optional.of(MachineSample.facts(none, new Scheduler.Present("PBS"))),
                                "the machine told nothing within 6 s"))
                        .press("f"),
                60,
                120);
    }

    @TestFactory
    Stream<DynamicTest> freeGpus() {
        return sizes(
                "machine/free-gpus",
                busy().when(MachineSample.asked(DIREWOLF, 20, MachineSample.facts()))
                        .press(":")
                        .type("free-gpu 2")
                        .press("Enter"),
                60,
                120);
    }

    @TestFactory
    Stream<DynamicTest> aCloneThatCouldBeMapped() {
        return sizes(
                "python/clone",
                visionFocused()
                        .when(
                                PythonSample.repositoryRead(),
                                PythonSample.found(
                                        DIREWOLF, 11, PythonSample.withClones("/home/anthonyhu/code/vision"))),
                80,
                120);
    }

    @TestFactory
    Stream<DynamicTest> aMappedRepository() {
        return everySize("python/mapped", mapped());
    }

    @TestFactory
    Stream<DynamicTest> aMappedRepositoryForPyCharm() {
        return sizes("python/mapped-pycharm", mapped().press("i"), 120);
    }

    @TestFactory
    Stream<DynamicTest> aMappedRepositoryForVsCode() {
        return sizes("python/mapped-vs-code", mapped().press("i", "Tab"), 120);
    }

    @TestFactory
    Stream<DynamicTest> oneBelowTheHomeForVsCode() {
        return sizes("python/mapped-below-home-vs-code", mapped("~/code/vision").press("i", "Tab"), 60, 120);
    }

    @TestFactory
    Stream<DynamicTest> oneBelowAHomeThatIsNotKnownForVsCode() {
        return sizes("python/mapped-no-home-vs-code", belowNoHome().press("i", "Tab"), 120);
    }

    @TestFactory
    Stream<DynamicTest> oneBelowAHomeThatIsNotKnownForPyCharm() {
        return sizes("python/mapped-no-home-pycharm", belowNoHome().press("i"), 120);
    }

    private static Story belowNoHome() {
        return mapped("~/code/vision").when(PythonSample.found(DIREWOLF, 13, PythonSample.withoutHome()));
    }

    private static Story mapped() {
        return mapped("/home/anthonyhu/code/vision");
    }

    private static Story mapped(String path) {
        Mapping mapping = new Mapping(Optional.of(path), PythonSample.vision().interpreter());
        return visionFocused().when(PythonSample.repositoryRead(), PythonSample.mapped(DIREWOLF, 12, mapping));
    }

    private static Story visionFocused() {
        return busy().when(PythonSample.found(DIREWOLF, 10, PythonSample.all())).press("3");
    }

    private static Story packaged() {
        return visionFocused()
                .press("Enter")
                .when(PythonSample.listed(
                        DIREWOLF, new Pythons.Listing(Optional.of(PythonSample.packages()), Optional.empty())));
    }

    private static Event logged(int second, String text) {
        return new Event.Logged(
                new Event.LogLine(NOW.plusSeconds(second), Event.Severity.INFO, Optional.of(DIREWOLF), text));
    }

    private static Stream<DynamicTest> everySize(String name, Story story) {
        return sizes(name, story, 60, 80, 120, 200);
    }

    private static Stream<DynamicTest> sizes(String name, Story story, int... widths) {
        List<DynamicTest> tests = new ArrayList<>();
        for (int[] size : SIZES) {
            if (IntStream.of(widths).anyMatch(width -> width == size[0])) {
                tests.add(golden(name, story.resized(size[0], size[1]).state()));
            }
        }
        return tests.stream();
    }

    private static DynamicTest golden(String name, AppState state) {
        String size = "@" + state.client().columns() + "x" + state.client().rows();
        return DynamicTest.dynamicTest(name + size, () -> Golden.check(name, View.draw(state)));
    }
}
