package dev.rwtui.doctor;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.LocalForward;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.RemoteProcess;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.ssh.model.Remark;
import dev.rwtui.ssh.model.RemoteCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.Consumer;

/** What a session to the host is good for: commands, and the forwards of the configuration. */
final class TargetCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Doctor.Tools tools;
    private final Consumer<Remark> told;
    private final Hop target;
    private final SshSession session;
    private final String about;

    TargetCheck(Doctor.Tools tools, Consumer<Remark> told, Hop target, SshSession session) {
        this.tools = tools;
        this.told = told;
        this.target = target;
        this.session = session;
        this.about = "what " + target.alias() + " lets you do";
    }

    void run() throws SshException {
        try {
            told.accept(command());
            for (Value<LocalForward> forward : target.host().localForwards()) {
                local(forward);
                far(forward.value());
            }
        } catch (SshException e) {
            told.accept(Remark.wrong(about, e.failure().why(), e.failure().advice()));
            throw e;
        }
    }

    private Remark command() throws SshException {
        try (RemoteProcess process = session.run(RemoteCommand.of("true"), PATIENCE, tools.cancellation());
                Cancellation.Registration given = tools.cancellation().onCancel(process::close)) {
            Timers.Scheduled patience = tools.timers().after(PATIENCE, process::close);
            process.finishInput();
            Ending ending = process.await();
            patience.cancel();
            return ending.equals(new Ending.Exited(0))
                    ? Remark.good(about, "it runs commands")
                    : Remark.wrong(
                            about,
                            "it does not run commands as they are: true came to " + words(ending),
                            "Its login shell, or a ForceCommand, stands in the way: rwtui exec and shell may not work.");
        } catch (ChannelRefusedException e) {
            return Remark.wrong(
                    about,
                    "it would not run a command: " + e.getMessage(),
                    "Its sshd_config may forbid it (MaxSessions, ForceCommand).");
        } catch (IOException e) {
            return Remark.wrong(about, "its command ended at once: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Remark.notable(about, "running a command was interrupted", "");
        }
    }

    private static String words(Ending ending) {
        if (ending instanceof Ending.Exited exited) {
            return "status " + exited.status();
        }
        return ending instanceof Ending.Lost
                ? "no end within " + PATIENCE.toSeconds() + " s"
                : "an end without a status";
    }

    private void local(Value<LocalForward> forward) {
        int port = forward.value().port();
        try (ServerSocket probe = new ServerSocket(port, 1, bindAddress(forward.value()))) {
            told.accept(Remark.good(about, "port " + probe.getLocalPort() + " is free here"));
        } catch (IOException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            told.accept(Remark.notable(
                    about,
                    "port " + port + (taken ? " is taken here: " : " cannot be had here: ") + e.getMessage(),
                    (taken ? "End what listens on it, or choose another (" : "Choose another (")
                            + forward.origin().words() + ")."));
        }
    }

    private static InetAddress bindAddress(LocalForward forward) throws IOException {
        String address = forward.bindAddress().orElse("localhost");
        return InetAddress.getByName(address.equals("*") ? "0.0.0.0" : address);
    }

    private void far(LocalForward forward) throws SshException {
        String what = forward.target() + " on " + target.alias();
        try (ByteStream stream = session.openDirect(forward.target(), PATIENCE, tools.cancellation())) {
            told.accept(Remark.good(about, what + " answers"));
        } catch (ChannelRefusedException e) {
            told.accept(
                    e.reason() == ChannelRefusedException.Reason.ADMINISTRATIVELY_PROHIBITED
                            ? Remark.wrong(
                                    about,
                                    "it does not let you forward to " + what + ": " + e.getMessage(),
                                    "Its sshd_config forbids it (AllowTcpForwarding, PermitOpen).")
                            : Remark.notable(
                                    about,
                                    "nothing answers at " + what + ": " + e.getMessage(),
                                    "Start the server there, or correct the forward."));
        } catch (SshException e) {
            if (!session.isOpen() || tools.cancellation().isCancelled()) {
                throw e;
            }
            told.accept(Remark.notable(
                    about,
                    "nothing answers at " + what + ": " + e.failure().why(),
                    "A firewall may stand before it, or the host is down."));
        }
    }
}
