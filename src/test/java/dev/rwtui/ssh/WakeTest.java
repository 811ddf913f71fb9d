package dev.rwtui.ssh;

import static dev.rwtui.ssh.LinksRig.ALONE;
import static dev.rwtui.ssh.LinksRig.CUED;
import static dev.rwtui.ssh.LinksRig.DIREWOLF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.LinksRig.Call;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A machine that sleeps: its timers stand still meanwhile. */
final class WakeTest {

    private static final Duration NIGHT = Duration.ofHours(8);

    private final LinksRig rig = new LinksRig();

    @Test
    void whatWaitsTriesAtOnceAndInTheBackground() {
        rig.connect(ALONE);
        failTimes(8);

        rig.sleep(NIGHT);

        Call again = rig.call("alone");
        assertThat(again.attempt().prompting()).isEqualTo(Prompting.REFUSED);
        again.fails(unreachable());
        assertThat(((Link.Retrying) rig.link(ALONE)).attempt()).isEqualTo(1);
    }

    @Test
    void whatWaitsBehindAGatewayWaitsForTheGateway() {
        Call[] calls = rig.up(DIREWOLF);
        calls[1].session().die("connection reset");
        calls[0].session().die("connection reset");
        rig.settle();
        failAtGate();

        rig.sleep(NIGHT);

        Call gate = rig.call("cued");
        rig.noMoreCalls();
        gate.connects();
        rig.call("direwolf").connects();
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
    }

    /** Often enough that its next turn is far away. */
    private void failAtGate() {
        for (int i = 0; i < 6; i++) {
            rig.advance(Duration.ofMinutes(1));
            rig.call("cued").fails(new Failure(Kind.UNREACHABLE, CUED, "Connection refused", ""));
        }
    }

    @Test
    void everySessionIsAskedOnceAndSaid() {
        Call[] calls = rig.up(DIREWOLF);

        rig.sleep(NIGHT);

        assertThat(calls[0].session().probes()).isEqualTo(1);
        assertThat(calls[1].session().probes()).isEqualTo(1);
        assertThat(rig.notes())
                .containsExactly("this machine slept for 28800 s, or its clock was set: every session is asked");
        rig.noMoreCalls();
    }

    @Test
    void aClockThatIsSetALittleOrBackIsNoSleep() {
        Call[] calls = rig.up(DIREWOLF);

        rig.sleep(Duration.ofSeconds(9));
        rig.sleep(Duration.ofHours(-1));
        rig.advance(Duration.ofSeconds(3));

        assertThat(calls[0].session().probes()).isZero();
        assertThat(rig.notes()).isEmpty();
    }

    @Test
    void aProcessThatWasStoppedHasSleptToo() {
        Call call = rig.up(ALONE)[0];

        rig.stall(NIGHT);

        assertThat(call.session().probes()).isEqualTo(1);
    }

    @Test
    void aGatewayWhoseTimeIsOverCloses() {
        rig.up(DIREWOLF);
        rig.links().disconnect(DIREWOLF);
        assertThat(rig.link(CUED)).isInstanceOf(Link.Lingering.class);

        rig.sleep(Duration.ofMinutes(10));

        assertThat(rig.link(CUED)).isInstanceOf(Link.Idle.class);
        assertThat(rig.openSessions()).isEmpty();
        assertThat(rig.timersPending()).isZero();
    }

    @Test
    void nobodyLooksWhereThereIsNothingToWake() {
        rig.connect(ALONE);
        rig.call("alone").fails(new Failure(Kind.AUTHENTICATION_REFUSED, ALONE, "Permission denied", ""));

        assertThat(rig.timersPending()).isZero();
        rig.sleep(NIGHT);
        assertThat(rig.notes()).isEmpty();
        rig.noMoreCalls();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            rig.call("alone").fails(unreachable());
            rig.advance(i < times - 1 ? Duration.ofMinutes(1) : Duration.ZERO);
        }
    }

    private static Failure unreachable() {
        return new Failure(Kind.UNREACHABLE, ALONE, "Connection refused", "");
    }
}
