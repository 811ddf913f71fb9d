package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.RemoteCommand;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** The host at the other end of a session. */
record SessionPlace(SshSession session) implements Place {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Running start(String command, Cancellation cancellation) throws PlaceException {
        return start(RemoteCommand.of(command), cancellation);
    }

    Running start(RemoteCommand command, Cancellation cancellation) throws PlaceException {
        try {
            return new OverThere(session.run(command, PATIENCE, cancellation));
        } catch (SshException | ChannelRefusedException e) {
            throw new PlaceException(String.valueOf(e.getMessage()));
        }
    }

    private record OverThere(RemoteProcess process) implements Running {
        @Override
        public InputStream output() {
            return process.output();
        }

        @Override
        public InputStream errors() {
            return process.errors();
        }

        @Override
        public OutputStream input() {
            return process.input();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
