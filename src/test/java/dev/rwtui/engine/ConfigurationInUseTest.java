package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that change while they are in use, and names that nobody has written into them. */
final class ConfigurationInUseTest {

    private static final String FILE = "Host a b\nHost *\n User me\n";
    private static final HostAlias TYPED = new HostAlias("gpu07");

    private final EngineSteps steps = new EngineSteps(FILE);

    @AfterEach
    void close() {
        steps.close();
    }

    private static Request.Connect connect(String host) {
        return new Request.Connect(new HostAlias(host), Request.Forwards.NONE);
    }

    private static Request.Disconnect disconnect(String host) {
        return new Request.Disconnect(new HostAlias(host));
    }

    @Test
    void aChangeIsReadAndToldWithoutTouchingASession() {
        steps.connect("a");

        steps.rewrite("Host a c\n");

        assertThat(steps.rows()).containsExactly("a", "c");
        assertThat(steps.log()).contains("the configuration has changed and was read again");
        assertThat(steps.link("a")).isInstanceOf(Link.Up.class);
        assertThat(steps.openSessions()).hasSize(1);
    }

    @Test
    void everyReadingIsWatchedInItsTurn() {
        steps.rewrite("Host c\n");

        assertThat(steps.watched())
                .containsExactly(
                        new Watched(Map.of("/config", FILE), Map.of()),
                        new Watched(Map.of("/config", "Host c\n"), Map.of()));
    }

    @Test
    void aChangeThatMakesNoDifferenceIsNotTold() {
        steps.forgetNotices();

        steps.rewrite("# a comment\n\n" + FILE);

        assertThat(steps.readings()).hasSize(2);
        assertThat(steps.told(Notice.ConfigurationRead.class)).isEmpty();
        assertThat(steps.log()).isEmpty();
    }

    @Test
    void aPersonWhoAsksIsToldInAnyCase() {
        steps.forgetNotices();

        steps.submit(new Request.ReloadConfiguration());

        assertThat(steps.told(Notice.ConfigurationRead.class)).hasSize(1);
        assertThat(steps.log()).isEmpty();
    }

    @Test
    void aReadingThatBeganLaterCountsAndAnswersThePersonToo() {
        steps.forgetNotices();
        steps.ask(new Request.ReloadConfiguration());
        steps.notice();

        steps.settleNewestFirst();

        assertThat(steps.readings()).hasSize(3);
        assertThat(steps.told(Notice.ConfigurationRead.class)).hasSize(1);
    }

    @Test
    void closedItReadsNothingMore() {
        steps.close();
        int before = steps.readings().size();

        steps.rewrite("Host c\n");

        assertThat(steps.readings()).hasSize(before);
        assertThat(steps.watched().get(steps.watched().size() - 1)).isEqualTo(Watched.NOTHING);
    }

    @Test
    void aNameThatNoFileSpellsOutIsListedLastAndConnected() {
        steps.connect("gpu07");
        steps.connect("gpu03");
        steps.connect("gpu07");

        assertThat(steps.rows()).containsExactly("a", "b", "gpu07", "gpu03");
        assertThat(steps.link("gpu07")).isInstanceOf(Link.Up.class);
        assertThat(steps.readings()).containsExactly(List.of(), List.of(TYPED), List.of(TYPED, new HostAlias("gpu03")));
    }

    @Test
    void reconnectingWhatIsNotConnectedConnectsItAndListsItToo() {
        steps.submit(new Request.Reconnect(TYPED));

        assertThat(steps.rows()).containsExactly("a", "b", "gpu07");
        assertThat(steps.link("gpu07")).isInstanceOf(Link.Up.class);
    }

    @Test
    void itIsListedBeforeItIsConnected() {
        steps.forgetNotices();

        steps.connect("gpu07");

        assertThat(steps.told(Notice.class).get(0)).isInstanceOf(Notice.ConfigurationRead.class);
    }

    @Test
    void aTypedNameStaysThroughReadingsAndAfterItWasUp() {
        steps.connect("gpu07");

        steps.submit(disconnect("gpu07"));
        steps.rewrite("Host c\n");

        assertThat(steps.rows()).containsExactly("c", "gpu07");
        assertThat(steps.link("gpu07")).isEqualTo(new Link.Idle());
    }

    @Test
    void aTypingErrorIsGotRidOfByDisconnecting() {
        steps.refuse("gpu07", Failure.Kind.UNKNOWN_NAME);
        steps.connect("gpu07");
        List<String> listed = steps.rows();

        steps.submit(disconnect("gpu07"));

        assertThat(listed).contains("gpu07");
        assertThat(steps.rows()).containsExactly("a", "b");
        assertThat(steps.link("gpu07")).isEqualTo(new Link.Idle());
    }

    @Test
    void oneThatWasUpIsGotRidOfByDisconnectingOnceMore() {
        steps.connect("gpu07");
        steps.submit(disconnect("gpu07"));

        steps.submit(disconnect("gpu07"));

        assertThat(steps.rows()).containsExactly("a", "b");
    }

    @Test
    void aTypedNameThatTheConfigurationRefusesIsListedAndHasFailed() {
        steps.rewrite(FILE + "Host gpu*\n HostName %x\n");

        steps.connect("gpu07");

        assertThat(steps.rows()).containsExactly("a", "b", "gpu07!");
        Failure cause = ((Link.Failed) steps.link("gpu07")).cause();
        assertThat(cause.kind()).isEqualTo(Failure.Kind.CONFIGURATION);
        assertThat(cause.why()).contains(":5: ");
    }

    @Test
    void oneThatIsDisconnectedBeforeItIsListedIsNotConnected() {
        steps.ask(connect("gpu07"));

        steps.submit(disconnect("gpu07"));

        assertThat(steps.link("gpu07")).isEqualTo(new Link.Idle());
        assertThat(steps.rows()).containsExactly("a", "b");
        assertThat(steps.openSessions()).isEmpty();
    }

    @Test
    void oneThatIsCancelledBeforeItIsListedIsNotConnected() {
        steps.ask(connect("gpu07"));

        steps.submit(new Request.CancelConnecting(TYPED));

        assertThat(steps.openSessions()).isEmpty();
    }

    @Test
    void anotherNameOfARowStandsForItsAlias() {
        steps.alternatives("a", "aa");
        steps.submit(new Request.ReloadConfiguration());

        steps.connect("aa");
        Link connected = steps.link("a");
        steps.submit(disconnect("aa"));

        assertThat(connected).isInstanceOf(Link.Up.class);
        assertThat(steps.link("a")).isEqualTo(new Link.Idle());
        assertThat(steps.readings()).hasSize(2).last().isEqualTo(List.of());
    }

    @Test
    void aHostInUseKeepsItsNameWhereItHasBecomeAnotherNameOfARow() {
        steps.connect("b");
        steps.alternatives("a", "b");
        steps.rewrite("Host a\n");

        steps.submit(disconnect("b"));

        assertThat(steps.link("b")).isEqualTo(new Link.Idle());
        assertThat(steps.openSessions()).isEmpty();
    }
}
