package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.FakeSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code direwolf} is behind {@code cued}. */
final class SettingsDriftTest {

    private static final String FILE = "Host cued\nHost direwolf\n ProxyJump cued\n";
    private static final String MOVED = FILE + "Host direwolf\n Port 2222\n";

    private final EngineSteps steps = new EngineSteps(FILE);

    @AfterEach
    void close() {
        steps.close();
    }

    private void reconnect(String host) {
        steps.submit(new Request.Reconnect(new HostAlias(host)));
    }

    @Test
    void aHostThatIsUpSaysWhatHasChangedAndStaysAsItIs() {
        steps.connect("direwolf");
        List<FakeSession> before = steps.openSessions();

        steps.rewrite(MOVED + "Host cued\n User ah2029\n");

        assertThat(steps.changes()).containsExactly("direwolf: cued: User me is now ah2029; Port 22 is now 2222");
        assertThat(steps.log()).anyMatch(line -> line.contains("Port 22 is now 2222"));
        assertThat(steps.openSessions()).isEqualTo(before);
    }

    @Test
    void whatHasNotChangedSinceIsNotSaidAgainAndWhatIsAsItWasIsTakenBack() {
        steps.connect("direwolf");

        steps.rewrite(MOVED);
        steps.rewrite("# moved\n" + MOVED);
        steps.rewrite(FILE);

        assertThat(steps.changes()).containsExactly("direwolf: Port 22 is now 2222", "direwolf: ");
    }

    @Test
    void aForwardOrALineElsewhereIsNoChange() {
        steps.connect("direwolf");

        steps.rewrite("# a comment\n" + FILE + " LocalForward 6006 localhost:6006\nHost other\n");

        assertThat(steps.changes()).isEmpty();
    }

    @Test
    void eachHostInUseIsPlannedOncePerReading() {
        steps.connect("direwolf");
        steps.connect("cued");
        steps.plans();

        steps.rewrite(MOVED);

        assertThat(steps.plans()).containsExactlyInAnyOrder("direwolf", "cued");
    }

    @Test
    void hostsThatNobodyUsesAreNotPlanned() {
        steps.plans();

        steps.rewrite(MOVED);

        assertThat(steps.plans()).isEmpty();
        assertThat(steps.changes()).isEmpty();
    }

    @Test
    void aConfigurationThatRefusesAHostInUseSaysSo() {
        steps.connect("direwolf");

        steps.rewrite(FILE + " HostName %x\n");

        assertThat(steps.changes())
                .containsExactly("direwolf: the configuration now refuses it: /home/me/.ssh/config:4: unknown key %x");
        assertThat(steps.link("direwolf")).isInstanceOf(Link.Up.class);
    }

    @Test
    void disconnectingEndsTheMatter() {
        steps.connect("direwolf");
        steps.rewrite(MOVED);

        steps.submit(new Request.Disconnect(new HostAlias("direwolf")));

        assertThat(steps.changes()).last().isEqualTo("direwolf: ");
    }

    @Test
    void reconnectingMakesItAgreeAgain() {
        steps.connect("direwolf");
        List<FakeSession> before = steps.openSessions();
        steps.rewrite(MOVED);

        reconnect("direwolf");

        assertThat(steps.changes()).last().isEqualTo("direwolf: ");
        assertThat(steps.link("direwolf")).isInstanceOf(Link.Up.class);
        assertThat(before).extracting(FakeSession::isOpen).containsExactly(true, false);
        steps.forgetNotices();
        steps.rewrite(FILE);
        assertThat(steps.changes()).containsExactly("direwolf: Port 2222 is now 22");
    }

    @Test
    void whatCannotBeReconnectedStaysAndSaysWhy() {
        steps.connect("direwolf");
        List<FakeSession> before = steps.openSessions();
        steps.rewrite(FILE + " HostName %x\n");

        reconnect("direwolf");

        assertThat(steps.openSessions()).isEqualTo(before);
        assertThat(steps.changes()).hasSize(1);
        assertThat(steps.told(Notice.Logged.class))
                .anyMatch(line -> line.level() == Notice.Level.ERROR
                        && line.text().startsWith("not reconnected, its session stays: /home/me/.ssh/config:4:"));
    }

    @Test
    void aHostThatFailsAfterItsChangeAndIsConnectedAgainGoesByTheNewSettings() {
        steps.connect("direwolf");
        steps.rewrite(MOVED);
        steps.refuse("direwolf", Failure.Kind.AUTHENTICATION_REFUSED);
        reconnect("direwolf");

        assertThat(steps.link("direwolf")).isInstanceOf(Link.Failed.class);
        assertThat(steps.changes()).last().isEqualTo("direwolf: ");
    }

    @Test
    void aHostThatWasBeingPlannedWhileTheFileWasReadIsLookedAtAgain() {
        steps.ask(new Request.Connect(new HostAlias("direwolf"), Request.Forwards.NONE));
        steps.write(MOVED);
        steps.notice();

        // The reading ends first, and the plan, which knows only the one before it, second.
        steps.settleNewestFirst();

        assertThat(steps.link("direwolf")).isInstanceOf(Link.Up.class);
        assertThat(steps.changes()).containsExactly("direwolf: Port 22 is now 2222");
    }

    @Test
    void aLateSubscriberIsToldWhatHasChanged() {
        steps.connect("direwolf");
        steps.rewrite(MOVED);
        List<Notice> later = new ArrayList<>();

        steps.engine().subscribe(later::add);
        steps.settle();

        assertThat(later)
                .anyMatch(notice -> notice instanceof Notice.SettingsChanged change
                        && change.changes().equals(List.of("Port 22 is now 2222")));
    }
}
