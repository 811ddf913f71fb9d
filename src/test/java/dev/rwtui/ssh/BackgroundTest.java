package dev.rwtui.ssh;

import static dev.rwtui.ssh.LinksRig.ALONE;
import static dev.rwtui.ssh.LinksRig.CUED;
import static dev.rwtui.ssh.LinksRig.DIREWOLF;
import static dev.rwtui.ssh.LinksRig.GPU07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.LinksRig.Call;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What rwtui does by itself never asks a person, whatever that person has asked for before. */
final class BackgroundTest {

    private final LinksRig rig = new LinksRig();

    @Test
    void aGatewayThatSeveralHostsAskedForAtOnceComesBackWithoutAsking() {
        rig.connect(DIREWOLF);
        rig.connect(GPU07);
        Call gate = rig.call("cued");
        gate.connects();
        rig.call("direwolf").connects();
        rig.call("gpu07").connects();

        gate.session().die("connection reset");
        rig.advance(Duration.ofSeconds(1));

        assertThat(rig.call("cued").attempt().prompting()).isEqualTo(Prompting.REFUSED);
    }

    @Test
    void anAttemptThatWasAskedForTwiceAndFailsIsRetriedWithoutAsking() {
        rig.connect(ALONE);
        rig.connect(ALONE);
        rig.call("alone").fails(new Failure(Kind.UNREACHABLE, ALONE, "Connection refused", ""));

        rig.advance(Duration.ofSeconds(1));

        assertThat(rig.call("alone").attempt().prompting()).isEqualTo(Prompting.REFUSED);
    }

    @Test
    void aPersonWhoComesWhileARetryIsUnderWayIsAskedByTheNextOne() {
        Call[] calls = rig.up(DIREWOLF);
        calls[1].session().die("connection reset");
        calls[0].session().die("connection reset");
        rig.advance(Duration.ofSeconds(1));
        Call retry = rig.call("cued");
        rig.connect(DIREWOLF);

        retry.fails(new Failure(Kind.ANSWER_NEEDED, CUED, "Permission denied (password)", ""));

        assertThat(retry.attempt().prompting()).isEqualTo(Prompting.REFUSED);
        assertThat(rig.call("cued").attempt().prompting()).isEqualTo(Prompting.ALLOWED);
    }
}
