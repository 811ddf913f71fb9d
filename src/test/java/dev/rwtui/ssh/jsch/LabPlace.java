package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Scripts;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.model.RemoteCommand;
import dev.rwtui.testing.SshdLab;
import java.nio.file.Path;
import java.util.Optional;

/** A server of a lab as features have it, over a session of its own, for tests of other packages. */
public final class LabPlace implements Place, AutoCloseable {

    private final SessionRig rig = new SessionRig();
    private final SshSession session;
    private final Optional<Path> agent;

    /** @param agent socket of one that is lent to what runs there */
    public LabPlace(SshdLab lab, String server, Optional<Path> agent) throws SshException {
        this.session = rig.connect(Host.in(lab, server));
        this.agent = agent;
    }

    @Override
    public Running start(String command, Cancellation cancellation) throws PlaceException {
        RemoteCommand asked = RemoteCommand.of(command).withAgent(agent.map(Path::toString));
        return new SessionPlace(session).start(asked, cancellation);
    }

    public Timers timers() {
        return rig.timers;
    }

    public Scripts scripts() {
        return new Scripts(rig.timers, rig.executor());
    }

    @Override
    public void close() {
        rig.close();
    }
}
