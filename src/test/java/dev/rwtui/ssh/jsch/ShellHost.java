package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Timers;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Path;

/** A real server with one account, whose login shell a test chooses, and what runs scripts there over real sessions. */
final class ShellHost implements AutoCloseable {

    private static final String NAME = "host";

    private final SessionRig rig = new SessionRig();
    private final SshdLab lab;

    /** Skips the test, or fails it in CI, where OpenSSH is not installed. */
    ShellHost() throws IOException {
        lab = SshdLab.create();
    }

    /** Lets the server begin. Gives the account's home, which is empty. */
    Path homeWith(LoginShell shell) throws IOException {
        return lab.startWithShell(NAME, shell, "LogLevel INFO").home();
    }

    /** Over a session of its own. */
    Place place() throws SshException {
        return new SessionPlace(rig.connect(Host.in(lab, NAME)));
    }

    Scripts scripts() {
        return new Scripts(rig.timers, rig.executor());
    }

    EnvironmentProbe probe() {
        return new EnvironmentProbe(scripts(), rig.timers, rig.executor());
    }

    Timers timers() {
        return rig.timers;
    }

    @Override
    public void close() throws IOException {
        rig.close();
        lab.close();
    }
}
