package dev.rwtui.ssh;

import static dev.rwtui.ssh.LinksRig.ALONE;
import static dev.rwtui.ssh.LinksRig.CUED;
import static dev.rwtui.ssh.LinksRig.DIREWOLF;
import static dev.rwtui.ssh.LinksRig.GPU07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.LinksRig.Call;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Link;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of sessions when a person asks for a host anew after its configuration has changed. */
final class ReconnectTest {

    private final LinksRig rig = new LinksRig();

    @Test
    void aHostThatMovedIsConnectedWhereItIsNowAndItsOldSessionEnds() {
        Call old = rig.up(ALONE)[0];
        rig.configure("Host alone\n Port 2222\n");
        rig.plansTold();

        rig.reconnect(ALONE);
        Call fresh = rig.call("alone");
        boolean ended = !old.session().isOpen();
        fresh.connects();

        assertThat(ended).isTrue();
        assertThat(fresh.settings().address().port()).isEqualTo(2222);
        assertThat(fresh.attempt().prompting()).isEqualTo(Prompting.ALLOWED);
        assertThat(rig.link(ALONE)).isInstanceOf(Link.Up.class);
        assertThat(rig.upSessions()).containsExactly("alone");
        assertThat(rig.openSessions()).containsExactly(fresh.session());
        assertThat(rig.plansTold()).containsExactly("alone");
        rig.noMoreCalls();
    }

    @Test
    void untilTheNewWayIsPlannedAndUntilSomebodyAsksTheOldSessionStays() {
        Call old = rig.up(ALONE)[0];
        rig.configure("Host alone\n Port 2222\n");

        rig.connect(ALONE);

        assertThat(old.session().isOpen()).isTrue();
        assertThat(rig.links().routes().values())
                .extracting(route -> route.target().address().port())
                .containsExactly(22);
        rig.noMoreCalls();
    }

    @Test
    void aHostWhoseWayStaysIsMadeAgainWithItsNewSettings() {
        Call[] old = rig.up(DIREWOLF);
        rig.configure("Host direwolf\n ServerAliveInterval 5\n");

        rig.reconnect(DIREWOLF);
        Call fresh = rig.call("direwolf");
        fresh.connects();

        assertThat(old[1].session().isOpen()).isFalse();
        assertThat(fresh.settings().host().transport().aliveInterval().value()).isEqualTo(Duration.ofSeconds(5));
        assertThat(fresh.carrier()).isEqualTo(new Carrier.Through(old[0].session()));
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatNobodyElseUsesIsMadeAgainWhereItsSettingsChanged() {
        Call[] old = rig.up(DIREWOLF);
        rig.configure("Host cued\n ServerAliveInterval 5\n");

        rig.reconnect(DIREWOLF);
        Call gate = rig.call("cued");
        rig.noMoreCalls();
        gate.connects();
        Call target = rig.call("direwolf");
        target.connects();

        assertThat(old[0].session().isOpen()).isFalse();
        assertThat(old[1].session().isOpen()).isFalse();
        assertThat(gate.settings().host().transport().aliveInterval().value()).isEqualTo(Duration.ofSeconds(5));
        assertThat(gate.attempt().prompting()).isEqualTo(Prompting.ALLOWED);
        assertThat(target.attempt().prompting()).isEqualTo(Prompting.ALLOWED);
        assertThat(target.carrier()).isEqualTo(new Carrier.Through(gate.session()));
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatOthersUseIsKept() {
        Call[] old = rig.up(DIREWOLF);
        rig.connect(GPU07);
        Call other = rig.call("gpu07");
        other.connects();
        rig.configure("Host cued\n ServerAliveInterval 5\n");

        rig.reconnect(DIREWOLF);
        rig.call("direwolf").connects();

        assertThat(old[0].session().isOpen()).isTrue();
        assertThat(old[1].session().isOpen()).isFalse();
        assertThat(other.session().isOpen()).isTrue();
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatMovedLeavesTheOldOneToThoseWhoUseIt() {
        Call[] old = rig.up(DIREWOLF);
        rig.connect(GPU07);
        Call other = rig.call("gpu07");
        other.connects();
        rig.configure("Host cued\n Port 2222\n");

        rig.reconnect(DIREWOLF);
        Call gate = rig.call("cued");
        gate.connects();
        rig.call("direwolf").connects();

        assertThat(gate.settings().address().port()).isEqualTo(2222);
        assertThat(old[0].session().isOpen()).isTrue();
        assertThat(other.session().isOpen()).isTrue();
        assertThat(rig.upSessions()).containsExactlyInAnyOrder("direwolf", "gpu07");
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatMovedDoesNotLingerWhereNobodyUsesItAnyMore() {
        Call[] old = rig.up(DIREWOLF);
        rig.configure("Host cued\n Port 2222\n");

        rig.reconnect(DIREWOLF);
        Call gate = rig.call("cued");
        gate.connects();
        rig.call("direwolf").connects();

        assertThat(old[0].session().isOpen()).isFalse();
        assertThat(rig.link(CUED)).isInstanceOf(Link.Up.class);
        assertThat(rig.openSessions()).hasSize(2);
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatIsReconnectedItselfTakesThoseBehindItAlong() {
        Call[] old = rig.up(DIREWOLF);
        rig.connect(CUED);
        rig.connect(GPU07);
        Call other = rig.call("gpu07");
        other.connects();

        rig.reconnect(CUED);
        Call gate = rig.call("cued");
        rig.noMoreCalls();
        gate.connects();
        Call first = rig.call("direwolf");
        first.connects();
        rig.call("gpu07").connects();

        assertThat(old[0].session().isOpen()).isFalse();
        assertThat(old[1].session().isOpen()).isFalse();
        assertThat(other.session().isOpen()).isFalse();
        assertThat(first.attempt().prompting()).isEqualTo(Prompting.ALLOWED);
        assertThat(rig.upSessions()).containsExactlyInAnyOrder("cued", "direwolf", "gpu07");
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatMovedAndIsReconnectedItselfIsLeftByAll() {
        Call[] old = rig.up(DIREWOLF);
        rig.configure("Host cued\n Port 2222\n");

        rig.reconnect(CUED);
        Call gate = rig.call("cued");
        gate.connects();
        rig.call("direwolf").connects();

        assertThat(gate.settings().address().port()).isEqualTo(2222);
        assertThat(old[0].session().isOpen()).isFalse();
        assertThat(rig.openSessions()).hasSize(2);
        assertThat(rig.upSessions()).containsExactly("direwolf");
        rig.noMoreCalls();
    }

    @Test
    void whatCannotBePlannedKeepsItsSessionAndSaysWhy() {
        Call old = rig.up(ALONE)[0];
        rig.plansTold();
        rig.unplannable(ALONE, "/c:3: Bad configuration option: foo");

        rig.reconnect(ALONE);

        assertThat(old.session().isOpen()).isTrue();
        assertThat(rig.link(ALONE)).isInstanceOf(Link.Up.class);
        assertThat(rig.plansTold()).containsExactly("alone: /c:3: Bad configuration option: foo");
        assertThat(rig.links().planning()).isEmpty();
    }

    @Test
    void aBugInPlanningKeepsTheSessionToo() {
        Call old = rig.up(ALONE)[0];
        rig.plansTold();
        rig.buggy(ALONE);

        rig.reconnect(ALONE);

        assertThat(old.session().isOpen()).isTrue();
        assertThat(rig.plansTold()).singleElement().asString().contains("unexpected");
        assertThat(rig.links().planning()).isEmpty();
    }

    @Test
    void oneThatIsDisconnectedWhileItsNewWayIsPlannedStaysDisconnected() {
        rig.up(ALONE);

        rig.links().reconnect(ALONE, new Caller(Prompting.ALLOWED, Optional.empty(), Caller.Occasion.REQUEST));
        rig.links().disconnect(ALONE);
        rig.settle();

        assertThat(rig.link(ALONE)).isEqualTo(new Link.Idle());
        assertThat(rig.openSessions()).isEmpty();
        rig.noMoreCalls();
    }

    @Test
    void oneThatWaitsToTryAgainTriesAtOnceByTheNewWay() {
        rig.connect(ALONE);
        rig.call("alone").fails(new Failure(Kind.UNREACHABLE, ALONE, "Connection refused", ""));
        rig.configure("Host alone\n Port 2222\n");

        rig.reconnect(ALONE);
        Call fresh = rig.call("alone");
        fresh.connects();

        assertThat(fresh.settings().address().port()).isEqualTo(2222);
        rig.advance(Duration.ofMinutes(5));
        rig.noMoreCalls();
    }

    @Test
    void anAttemptThatIsUnderWayIsGivenUpForTheNewOne() {
        rig.connect(ALONE);
        Call old = rig.call("alone");

        rig.reconnect(ALONE);
        old.connects();
        rig.call("alone").connects();

        assertThat(old.attempt().cancellation().isCancelled()).isTrue();
        assertThat(old.session().isOpen()).isFalse();
        assertThat(rig.openSessions()).hasSize(1);
    }

    @Test
    void oneThatHasFailedOrIsIdleIsSimplyConnected() {
        rig.reconnect(DIREWOLF);
        rig.call("cued").connects();
        rig.call("direwolf").fails(new Failure(Kind.AUTHENTICATION_REFUSED, DIREWOLF, "no", ""));

        rig.reconnect(DIREWOLF);
        rig.call("direwolf").connects();

        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Up.class);
        rig.noMoreCalls();
    }

    @Test
    void aGatewayThatLingersIsMadeAgainToo() {
        Call[] old = rig.up(DIREWOLF);
        rig.links().disconnect(DIREWOLF);

        rig.reconnect(CUED);
        rig.call("cued").connects();

        assertThat(old[0].session().isOpen()).isFalse();
        assertThat(rig.link(CUED)).isInstanceOf(Link.Up.class);
        assertThat(rig.upSessions()).containsExactly("cued");
    }

    @Test
    void aQuestionThatIsDeclinedIsNotAskedAgainAtOnce() {
        Call[] old = rig.up(DIREWOLF);
        rig.configure("Host cued\n ServerAliveInterval 5\n");

        rig.reconnect(DIREWOLF);
        rig.call("cued").fails(new Failure(Kind.ANSWER_NEEDED, CUED, "password", ""));

        assertThat(old[1].session().isOpen()).isFalse();
        assertThat(rig.link(DIREWOLF)).isInstanceOf(Link.Failed.class);
        rig.noMoreCalls();
    }
}
