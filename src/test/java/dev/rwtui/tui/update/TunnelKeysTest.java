package dev.rwtui.tui.update;

import static dev.rwtui.tui.testing.Sample.BOARD;
import static dev.rwtui.tui.testing.Sample.BUSY;
import static dev.rwtui.tui.testing.Sample.DIREWOLF;
import static dev.rwtui.tui.testing.Sample.JUPYTER;
import static dev.rwtui.tui.testing.Sample.NOW;
import static dev.rwtui.tui.testing.Sample.link;
import static dev.rwtui.tui.testing.Sample.read;
import static dev.rwtui.tui.testing.Sample.tunnel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.LocalForward;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.testing.Sample;
import dev.rwtui.tui.testing.Story;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The keys that act on the shown host's marked tunnel. */
final class TunnelKeysTest {

    @Test
    void tOpensTheMarkedTunnelAndClosesItAgain() {
        Story story = Story.givenDirewolf().press("t");
        story.asks(new Effect.OpenTunnel(BOARD)).sees("◐ 6006 → 127.0.0.1:6006  opening");

        story.when(tunnel(BOARD, 1, new TunnelState.Up(NOW))).sees("● 6006 → 127.0.0.1:6006  up");

        story.press("t").asks(new Effect.CloseTunnel(BOARD)).sees("◐ 6006 → 127.0.0.1:6006  closing");
    }

    @Test
    void tRetriesAFailedTunnel() {
        Story.givenDirewolf()
                .when(tunnel(BOARD, 1, new TunnelState.Failed("taken", "", NOW)))
                .press("t")
                .asks(new Effect.OpenTunnel(BOARD));
    }

    @Test
    void theMarkMovesWithBracketsFromAnyPane() {
        Story story = Story.givenDirewolf().press("]", "t");
        story.asks(new Effect.OpenTunnel(JUPYTER)).sees("▸◐ 8888");

        story.press("]", "[", "[", "t").asks(new Effect.OpenTunnel(BOARD));
    }

    @Test
    void theMarkIsKeptForEachHostAndOverAReload() {
        Story story = Story.givenDirewolf().press("]", "Up", "Down");
        assertThat(story.state().marked().orElseThrow().id()).isEqualTo(JUPYTER);

        story.when(read(2, Sample.hosts()));
        assertThat(story.state().marked().orElseThrow().id()).isEqualTo(JUPYTER);

        story.when(read(3, List.of(Sample.host(DIREWOLF, "", Sample.forward(6006)))));
        assertThat(story.state().marked().orElseThrow().id()).isEqualTo(BOARD);
    }

    @Test
    void inTheTunnelsPaneArrowsMoveTheMark() {
        Story story = Story.givenDirewolf().press("2", "Down");
        assertThat(story.state().marked().orElseThrow().id()).isEqualTo(JUPYTER);

        story.press("Home");
        assertThat(story.state().marked().orElseThrow().id()).isEqualTo(BOARD);
    }

    @Test
    void aOpensWhatIsNotOpenAndClosesAllOnceAllAreOpen() {
        Story story = Story.givenDirewolf().when(tunnel(JUPYTER, 1, new TunnelState.Up(NOW)));
        story.press("a").asks(new Effect.OpenTunnel(BOARD));

        story.when(tunnel(BOARD, 1, new TunnelState.Unproved(NOW)));
        story.press("a").asks(new Effect.CloseTunnel(BOARD), new Effect.CloseTunnel(JUPYTER));
    }

    @Test
    void oOpensTheBrowserAndSaysSo() {
        up().press("o").asks(new Effect.OpenBrowser("http://localhost:6006/")).sees("opening http://localhost:6006/");
    }

    @Test
    void oOnATunnelThatIsNotReadySaysWhy() {
        Story.givenDirewolf().press("o").asks().sees("6006 is not open: t opens it");
        Story.givenDirewolf()
                .when(tunnel(BOARD, 1, new TunnelState.Opening()))
                .press("o")
                .asks()
                .sees("6006 is still opening");
    }

    @Test
    void oCopiesTheAddressOfWhatIsNoWebPageAndSaysSo() {
        TunnelId database = new TunnelId(DIREWOLF, Sample.forward(5432));
        Story story = Story.given(read(Sample.host(DIREWOLF, "", Sample.forward(5432))))
                .when(tunnel(database, 1, new TunnelState.Up(NOW)));
        story.press("o").asks(new Effect.Copy("localhost:5432"));

        story.when(new Event.Copied(NOW, "localhost:5432", "tmux buffer"));

        story.sees("✓ copied localhost:5432, an address and not a web page (tmux buffer)");
    }

    @Test
    void yCopiesTheUrlOfAnyTunnel() {
        Story story = Story.givenDirewolf().press("y");
        story.asks(new Effect.Copy("http://localhost:6006/"));

        story.when(new Event.Copied(NOW, "http://localhost:6006/", "OSC 52"));

        story.sees("✓ copied http://localhost:6006/ (OSC 52)");
    }

    @Test
    void enterOnATunnelRowOpensItAndThenBrowses() {
        Story.givenDirewolf().press("2", "Enter").asks(new Effect.OpenTunnel(BOARD));
        up().press("2", "Enter").asks(new Effect.OpenBrowser("http://localhost:6006/"));
    }

    @Test
    void pTurnsTheChecksOfOneTunnelOffAndOn() {
        up().press("p")
                .asks(new Effect.SetChecking(BOARD, TunnelStatus.Checking.OFF))
                .sees("checks of 6006 are off");

        Story off = Story.givenDirewolf()
                .when(new Event.TunnelChanged(
                        NOW,
                        1,
                        new TunnelStatus(
                                BOARD,
                                new TunnelState.Unproved(NOW),
                                BUSY,
                                List.of("127.0.0.1:6006"),
                                TunnelStatus.Protocol.HTTP,
                                TunnelStatus.Checking.OFF)));
        off.sees("open, checks are off", "p turns them on");
        off.press("p")
                .asks(new Effect.SetChecking(BOARD, TunnelStatus.Checking.ON))
                .sees("checks of 6006 are on");
    }

    @Test
    void aHostWithoutAForwardSaysSo() {
        for (String key : List.of("t", "a", "o", "y", "p", "[", "]")) {
            Story.givenHosts().press(key).asks().sees("cued has no LocalForward");
        }
        Story.givenHosts().press("2", "Enter").asks().sees("cued has no LocalForward");
        Story.givenHosts().sees("LocalForward 6006 127.0.0.1:6006");
    }

    @Test
    void aLateNoticeOfATunnelChangesNothing() {
        AppState before = Story.givenDirewolf()
                .when(tunnel(BOARD, 5, new TunnelState.Up(NOW)))
                .state();

        Step step = Reducer.step(before, tunnel(BOARD, 4, new TunnelState.Off()));

        assertThat(step).isEqualTo(new Step(before, List.of()));
    }

    @Test
    void aTunnelThatIsOpenButNoLongerConfiguredStaysInSight() {
        TunnelId extra = new TunnelId(DIREWOLF, new LocalForward(Optional.of("::2"), 7000, new Endpoint("db", 7000)));
        Story story = Story.givenDirewolf()
                .when(
                        tunnel(extra, 1, new TunnelState.Up(NOW)),
                        tunnel(new TunnelId(DIREWOLF, Sample.forward(7001)), 1, new TunnelState.Up(NOW)));
        story.sees("[::2]:7000 → db:7000", "7001 → 127.0.0.1:7001");

        story.when(tunnel(extra, 2, new TunnelState.Off())).doesNotSee("[::2]:7000 → db:7000");
    }

    @Test
    void panesAreReachedByNumberTabAndArrows() {
        Story story = Story.givenDirewolf();

        assertThat(story.press("2").state().screen().pane()).isEqualTo(Pane.TUNNELS);
        assertThat(story.press("1").state().screen().pane()).isEqualTo(Pane.HOSTS);
        assertThat(story.press("Tab").state().screen().pane()).isEqualTo(Pane.TUNNELS);
        assertThat(story.press("S-Tab").state().screen().pane()).isEqualTo(Pane.HOSTS);
        assertThat(story.press("S-Tab").state().screen().pane()).isEqualTo(Pane.SYNC);
        assertThat(story.press("S-Tab").state().screen().pane()).isEqualTo(Pane.PYTHON);
        assertThat(story.press("S-Tab").state().screen().pane()).isEqualTo(Pane.TUNNELS);
        assertThat(story.press("Tab", "Tab", "Tab").state().screen().pane()).isEqualTo(Pane.HOSTS);
        assertThat(story.press("4").state().screen().pane()).isEqualTo(Pane.SYNC);
        assertThat(story.press("3").state().screen().pane()).isEqualTo(Pane.PYTHON);
        assertThat(story.press("Right").state().screen().pane()).isEqualTo(Pane.TUNNELS);
        assertThat(story.press("Left").state().screen().pane()).isEqualTo(Pane.HOSTS);
        assertThat(story.press("Right", "Esc").state().screen().pane()).isEqualTo(Pane.HOSTS);
    }

    private static Story up() {
        return Story.givenDirewolf().when(link(DIREWOLF, 1, Sample.up()), tunnel(BOARD, 1, new TunnelState.Up(NOW)));
    }
}
