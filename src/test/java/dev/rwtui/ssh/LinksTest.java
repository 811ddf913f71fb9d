package dev.rwtui.ssh;

import static dev.rwtui.ssh.LinksRig.ALONE;
import static dev.rwtui.ssh.LinksRig.CUED;
import static dev.rwtui.ssh.LinksRig.DIREWOLF;
import static dev.rwtui.ssh.LinksRig.GPU07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.LinksRig.Call;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that share gateways, linger, end and are tried again. */
final class LinksTest {

    private final LinksRig rig = new LinksRig();

    @Test
    void aHostBehindAGatewayIsConnectedHopByHop() {
        rig.connect(DIREWOLF);
        Call gate = rig.call("cued");
        gate.reached(Step.KEY_EXCHANGE);
        Link underWay = rig.link(DIREWOLF);
        gate.connects();
        Call target = rig.call("direwolf");
        target.connects();

        assertThat(gate.carrier()).isEqualTo(new Carrier.Tcp());
        assertThat(target.carrier()).isEqualTo(new Carrier.Through(gate.session()));
        assertThat(underWay).isEqualTo(new Link.Connecting(CUED, 1, 2, Step.KEY_EXCHANGE));
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
        assertThat(rig.link(CUED)).isInstanceOf(Link.Up.class);
        assertThat(rig.upSessions()).containsExactly("direwolf");
    }

    @Test
    void hostsBehindOneGatewayShareItsSession() {
        rig.connect(DIREWOLF);
        rig.connect(GPU07);
        rig.call("cued").connects();

        rig.call("direwolf").connects();
        rig.call("gpu07").connects();

        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
        assertThat(rig.link(GPU07)).isInstanceOf(Link.Up.class);
        rig.noMoreCalls();
    }

    @Test
    void aGatewayLingersAfterItsLastUserAndIsUsedAgain() {
        rig.up(DIREWOLF);

        rig.links().disconnect(DIREWOLF);
        rig.settle();
        Link lingering = rig.link(CUED);
        rig.advance(Duration.ofMinutes(9));
        rig.connect(GPU07);

        assertThat(lingering).isInstanceOf(Link.Lingering.class);
        assertThat(rig.call("gpu07").carrier()).isInstanceOf(Carrier.Through.class);
        rig.advance(Duration.ofMinutes(5));
        assertThat(rig.link(CUED)).isInstanceOf(Link.Up.class);
    }

    @Test
    void aLingeringGatewayCloses() {
        Call[] calls = rig.up(DIREWOLF);
        rig.links().disconnect(DIREWOLF);

        rig.advance(Duration.ofMinutes(10));

        assertThat(calls[0].session().isOpen()).isFalse();
        assertThat(rig.link(CUED)).isEqualTo(new Link.Idle());
    }

    @Test
    void disconnectingAGatewayEndsWhatLiesBehindIt() {
        Call[] calls = rig.up(DIREWOLF);

        rig.links().disconnect(CUED);
        rig.settle();

        assertThat(calls[0].session().isOpen()).isFalse();
        assertThat(calls[1].session().isOpen()).isFalse();
        assertThat(rig.link(DIREWOLF)).isEqualTo(new Link.Idle());
        assertThat(rig.upSessions()).isEmpty();
        rig.advance(Duration.ofHours(1));
        rig.noMoreCalls();
    }

    @Test
    void aLostSessionComesBackByItselfWithoutAsking() {
        Call[] calls = rig.up(DIREWOLF);

        calls[1].session().die("connection reset");
        rig.settle();
        Link meanwhile = rig.link(DIREWOLF);
        rig.advance(Duration.ofSeconds(1));
        Call again = rig.call("direwolf");
        again.connects();

        assertThat(meanwhile).isInstanceOf(Link.Retrying.class);
        assertThat(again.attempt().prompting()).isEqualTo(Prompting.REFUSED);
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
    }

    @Test
    void whenTheGatewayDiesTheWholeWayIsMadeAgain() {
        Call[] calls = rig.up(DIREWOLF);

        calls[1].session().die("connection reset");
        calls[0].session().die("connection reset");
        rig.settle();
        Link lost = rig.link(DIREWOLF);
        rig.advance(Duration.ofSeconds(1));
        Call gate = rig.call("cued");
        Link meanwhile = rig.link(DIREWOLF);
        gate.connects();
        rig.call("direwolf").connects();

        assertThat(((Link.Retrying) lost).cause().hop()).isEqualTo(CUED);
        assertThat(meanwhile).isEqualTo(new Link.Connecting(CUED, 1, 2, Step.RESOLVING));
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
        rig.noMoreCalls();
    }

    @Test
    void attemptsThatFailWaitLongerEachTime() {
        rig.connect(ALONE);
        rig.call("alone").fails(unreachable(ALONE));

        rig.advance(Duration.ofMillis(499));
        rig.noMoreCalls();
        rig.advance(Duration.ofMillis(1));
        rig.call("alone").fails(unreachable(ALONE));
        rig.advance(Duration.ofMillis(999));
        rig.noMoreCalls();
        rig.advance(Duration.ofMillis(1));

        rig.call("alone").fails(unreachable(ALONE));
        assertThat(((Link.Retrying) rig.link(ALONE)).attempt()).isEqualTo(3);
    }

    @Test
    void aGatewayThatWaitsIsWaitedForAndNotHurried() {
        rig.connect(DIREWOLF);
        rig.call("cued").fails(unreachable(CUED));
        Link retrying = rig.link(DIREWOLF);
        rig.connect(GPU07);
        Call second = rig.call("cued");

        assertThat(retrying).isInstanceOf(Link.Retrying.class);
        second.connects();
        rig.call("direwolf").connects();
        rig.call("gpu07").connects();
    }

    @Test
    void whatAPersonMustMendStopsEveryHostBehindIt() {
        rig.connect(DIREWOLF);

        rig.call("cued").fails(new Failure(Kind.AUTHENTICATION_REFUSED, CUED, "Permission denied (publickey)", ""));
        rig.advance(Duration.ofHours(1));

        assertThat(((Link.Failed) rig.link(DIREWOLF)).cause().hop()).isEqualTo(CUED);
        assertThat(rig.link(CUED)).isInstanceOf(Link.Failed.class);
        rig.noMoreCalls();
    }

    @Test
    void aPersonWhoTriesAgainIsAskedAgain() {
        rig.connect(DIREWOLF);
        rig.call("cued").fails(new Failure(Kind.ANSWER_NEEDED, CUED, "password", ""));

        rig.connect(DIREWOLF);

        Call again = rig.call("cued");
        assertThat(again.attempt().prompting()).isEqualTo(Prompting.ALLOWED);
    }

    @Test
    void aStoppedGatewayStopsABackgroundRetryBehindIt() {
        Call[] calls = rig.up(DIREWOLF);
        calls[0].session().die("connection reset");
        rig.advance(Duration.ofSeconds(1));
        rig.call("cued").fails(new Failure(Kind.ANSWER_NEEDED, CUED, "password", ""));

        calls[1].session().die("connection reset");
        rig.advance(Duration.ofMinutes(5));

        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Failed.class);
        rig.noMoreCalls();
    }

    @Test
    void aCancelledAttemptChangesNothingWhenItEnds() {
        rig.connect(DIREWOLF);
        Call gate = rig.call("cued");

        rig.links().cancel(DIREWOLF);
        rig.settle();
        gate.connects();

        assertThat(gate.attempt().cancellation().isCancelled()).isTrue();
        assertThat(gate.session().isOpen()).isFalse();
        assertThat(rig.link(DIREWOLF)).isEqualTo(new Link.Idle());
    }

    @Test
    void cancellingOneHostLeavesAnothersGatewayAlone() {
        rig.connect(DIREWOLF);
        rig.connect(GPU07);
        Call gate = rig.call("cued");

        rig.links().cancel(DIREWOLF);
        gate.connects();
        rig.call("gpu07").connects();

        assertThat(rig.link(GPU07)).isInstanceOf(Link.Up.class);
        assertThat(rig.link(DIREWOLF)).isEqualTo(new Link.Idle());
        rig.noMoreCalls();
    }

    @Test
    void aLinkThatIsUpIsNotCancelled() {
        rig.up(ALONE);

        rig.links().cancel(ALONE);
        rig.settle();

        assertThat(rig.link(ALONE)).isInstanceOf(Link.Up.class);
    }

    @Test
    void aHostThatCannotBePlannedFailsWithTheReason() {
        rig.unplannable(ALONE, "/c:3: Bad configuration option: foo");

        rig.connect(ALONE);

        assertThat(((Link.Failed) rig.link(ALONE)).cause().why()).isEqualTo("/c:3: Bad configuration option: foo");
        rig.noMoreCalls();
    }

    @Test
    void aBugInPlanningIsSaidAndLeavesNoLinkInLimbo() {
        rig.buggy(ALONE);

        rig.connect(ALONE);

        assertThat(((Link.Failed) rig.link(ALONE)).cause().kind()).isEqualTo(Kind.BUG);
    }

    @Test
    void eachHopShowsTheTimeItAdds() {
        Call[] calls = rig.up(DIREWOLF);
        calls[0].session().measures(Duration.ofMillis(40));
        rig.advance(Duration.ofSeconds(1));
        calls[1].session().measures(Duration.ofMillis(41));

        rig.advance(Duration.ofSeconds(1));

        assertThat(((Link.Up) rig.link(DIREWOLF)).trips())
                .extracting(trip ->
                        trip.hop() + " " + trip.roundTrip().orElseThrow().time().toMillis())
                .containsExactly("cued 40", "direwolf 1");
    }

    @Test
    void aFirstLossAfterAStableMinuteIsRetriedQuicklyAgain() {
        rig.connect(ALONE);
        rig.call("alone").fails(unreachable(ALONE));
        rig.advance(Duration.ofSeconds(1));
        Call call = rig.call("alone");
        call.connects();
        rig.advance(Duration.ofMinutes(2));

        call.session().die("connection reset");
        rig.settle();

        assertThat(((Link.Retrying) rig.link(ALONE)).attempt()).isEqualTo(1);
    }

    @Test
    void closingEndsEverythingAndLeavesNoTimer() {
        rig.up(DIREWOLF);
        rig.connect(GPU07);

        rig.links().close();
        rig.settle();

        assertThat(rig.openSessions()).isEmpty();
        assertThat(rig.timersPending()).isZero();
    }

    private static Failure unreachable(HostAlias hop) {
        return new Failure(Kind.UNREACHABLE, hop, "Connection refused", "");
    }
}
