package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.OpenSession;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.Transport;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Sessions carried by JSch. Each attempt has its own JSch session, so that nothing of a failed one survives. */
public final class JschConnector implements Connector {

    private static final Duration STANDARD_PATIENCE = Duration.ofSeconds(30);

    private final Surroundings around;
    private final TcpDialer tcp;
    private final CommandDialer commands;

    /** @throws IllegalStateException where this JSch lacks something that rwtui needs */
    public JschConnector(Surroundings around) {
        try {
            OpenSession.selfTest();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of JSch does not fit: " + e.getMessage(), e);
        }
        this.around = around;
        this.tcp = new TcpDialer(around.executor());
        this.commands = new CommandDialer(around.executor());
    }

    /** Loads, in the background, what the first connection would otherwise load while a person waits. */
    public void warmUp() {
        around.executor().execute(WarmUp::run);
    }

    @Override
    public SshSession connect(Hop hop, Carrier carrier, Attempt attempt) throws SshException {
        Duration patience = patience(hop.host().transport());
        try (Guard guard = new Guard(around.timers(), patience, attempt.cancellation())) {
            Wire wire = dial(hop, carrier, attempt, guard);
            guard.closes(wire.close());
            try {
                return handshake(hop, wire, attempt, guard);
            } catch (SshException | RuntimeException e) {
                wire.close().run();
                throw e;
            }
        }
    }

    /** For all attempts together, with a second between two. */
    private static Duration patience(Transport way) {
        int attempts = Math.max(1, way.connectionAttempts().value());
        return way.connectTimeout()
                .value()
                .orElse(STANDARD_PATIENCE)
                .multipliedBy(attempts)
                .plusSeconds(attempts - 1L);
    }

    private SshSession handshake(Hop hop, Wire wire, Attempt attempt, Guard guard) throws SshException {
        JschSession session = new Handshake(hop, wire, attempt, guard, around).run();
        guard.close();
        if (guard.tripped().isPresent()) {
            session.close();
            throw Failures.tripped(hop, guard);
        }
        return session;
    }

    private Wire dial(Hop hop, Carrier carrier, Attempt attempt, Guard guard) throws SshException {
        try {
            if (carrier instanceof Carrier.Through through) {
                return through(hop, through.gateway(), attempt, guard);
            }
            if (carrier instanceof Carrier.Command command) {
                attempt.reached(Step.STARTING_COMMAND);
                return commands.start(command.line(), guard, attempt::note);
            }
            return tcp.dial(hop.address(), hop.host().transport(), attempt, guard);
        } catch (UnknownHostException e) {
            throw failed(hop, guard, Kind.UNKNOWN_NAME, e);
        } catch (IOException e) {
            throw failed(hop, guard, Kind.UNREACHABLE, e);
        }
    }

    private static SshException failed(Hop hop, Guard guard, Kind kind, IOException cause) {
        if (guard.tripped().isPresent()) {
            return Failures.tripped(hop, guard);
        }
        String advice = kind == Kind.UNKNOWN_NAME
                ? "Check HostName, and whether you are on the right network."
                : Failures.adviceOnDialling(cause);
        return new SshException(new Failure(kind, hop.alias(), Failures.dialling(hop.address(), cause), advice), cause);
    }

    private static Wire through(Hop hop, SshSession gateway, Attempt attempt, Guard guard) throws SshException {
        attempt.reached(Step.TUNNELLING);
        try {
            ByteStream stream = gateway.openDirect(hop.address(), guard.remaining(), attempt.cancellation());
            return new Wire(stream.input(), stream.output(), stream::close, () -> "");
        } catch (ChannelRefusedException e) {
            throw new SshException(
                    new Failure(
                            Kind.GATEWAY_REFUSED,
                            hop.alias(),
                            "the gateway would not connect to " + hop.address() + ": " + e.getMessage(),
                            advice(e.reason())),
                    e);
        } catch (SshException e) {
            throw attempt.cancellation().isCancelled() ? Failures.of(Kind.CANCELLED, hop.alias(), "cancelled") : e;
        }
    }

    private static String advice(ChannelRefusedException.Reason reason) {
        return switch (reason) {
            case ADMINISTRATIVELY_PROHIBITED ->
                "The gateway's sshd does not allow forwarding (AllowTcpForwarding, PermitOpen).";
            case CONNECT_FAILED ->
                "Check that the name and port are right as seen from the gateway, and that sshd runs there.";
            default -> "";
        };
    }
}
