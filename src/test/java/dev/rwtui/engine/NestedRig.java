package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.Relay;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.TcpService;
import dev.rwtui.testing.TwoHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The engine, a relay, and real sshd behind real sshd: {@code direwolf} forwards a local port to a service. Closing it
 * fails the test where a thread, socket or file is left.
 */
final class NestedRig implements AutoCloseable {

    private final Leftovers before = Leftovers.now();
    private final int port = TwoHosts.freePort();
    private final SshdLab lab;
    private final TcpService service;
    private final Relay relay;
    private final EngineRig rig;

    /**
     * Reads a configuration of its own; nothing is connected yet.
     *
     * @param target the server that stands for direwolf
     * @param options lines of {@code ssh_config} for both hosts
     */
    NestedRig(SshdLab lab, String target, TcpService.Talk talk, String options) throws IOException {
        this(lab, target, talk, options, new Backoff(() -> 0.5));
    }

    /** As the other one, with more or less patience between attempts. */
    NestedRig(SshdLab lab, String target, TcpService.Talk talk, String options, Backoff backoff) throws IOException {
        this.lab = lab;
        service = TcpService.serving(talk);
        relay = Relay.to(lab.server("cued").port());
        rig = LabEngine.reading(lab, write(target, options), backoff);
    }

    private Path write(String target, String options) throws IOException {
        Path file = lab.path("config_of_" + port);
        return Files.writeString(
                file,
                "Host cued\n  Port " + relay.port() + "\n  HostKeyAlias cued\nHost direwolf\n  Port "
                        + lab.server(target).port() + "\n  HostKeyAlias " + target + "\n  ProxyCommand ssh -F " + file
                        + " -W %h:%p cued\n  LocalForward " + port + " 127.0.0.1:" + service.port()
                        + "\nHost *\n" + LabEngine.defaults(lab) + options);
    }

    /** Connects direwolf and waits until it is up. */
    NestedRig up() {
        rig.connect("direwolf");
        rig.awaitUp("direwolf");
        return this;
    }

    int port() {
        return port;
    }

    Relay relay() {
        return relay;
    }

    EngineRig engine() {
        return rig;
    }

    /** Waits until it was told, now or before, that direwolf is tried again because the gateway's session is lost. */
    void awaitLoss() {
        rig.awaitNotice(Notice.LinkChanged.class, NestedRig::isLoss);
    }

    /** Fails where the session was ever lost. */
    void neverLost() {
        assertThat(rig.transcript()).doesNotContain("Retrying[");
    }

    private static boolean isLoss(Notice.LinkChanged told) {
        return told.host().value().equals("direwolf")
                && told.link() instanceof Link.Retrying retrying
                && retrying.cause().kind() == Failure.Kind.LOST
                && retrying.cause().hop().value().equals("cued");
    }

    @Override
    public void close() throws IOException {
        rig.close();
        relay.close();
        service.close();
        before.awaitNone();
    }
}
