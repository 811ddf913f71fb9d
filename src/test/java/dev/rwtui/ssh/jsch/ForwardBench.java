package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * Throughput and set-up time of a forward through a gateway, beside {@code ssh -N}, in interleaved rounds. Run by hand:
 * {@code java -cp … dev.rwtui.ssh.jsch.ForwardBench [rounds]}.
 */
final class ForwardBench {

    private static final long BYTES = 1L << 30;

    private ForwardBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        try (SshdLab lab = SshdLab.gateAndTarget();
                SessionRig rig = new SessionRig();
                TcpServices source = TcpServices.source()) {
            int port = freePort();
            Process ssh = ssh(lab, port, source.address());
            rig.connector.warmUp();
            SshSession gate = rig.connect(host(lab, "gate"));
            for (int i = 0; i < rounds; i++) {
                long begin = System.nanoTime();
                SshSession target = rig.connect(host(lab, "direwolf"), new Carrier.Through(gate), new Trial());
                long connected = System.nanoTime();
                System.out.printf(
                        "rwtui %.0f MB/s (nested session up in %d ms)   ssh -N %.0f MB/s%n",
                        rwtui(rig, target, source.address()),
                        Duration.ofNanos(connected - begin).toMillis(),
                        through(port));
                target.close();
            }
            ssh.descendants().forEach(ProcessHandle::destroy);
            ssh.destroy();
        }
    }

    private static Host host(SshdLab lab, String name) {
        return Host.at(
                name,
                lab.server(name).address(),
                lab.path("id_ed25519").toString(),
                lab.path("known_hosts").toString());
    }

    private static Process ssh(SshdLab lab, int port, Endpoint target) throws IOException {
        Process process = new ProcessBuilder(
                        "ssh",
                        "-F",
                        lab.sshConfig(port + " " + target).toString(),
                        "-c",
                        "aes128-gcm@openssh.com",
                        "-N",
                        "direwolf")
                .inheritIO()
                .start();
        Waiting.until(() -> answers(port));
        return process;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As a tunnel does it: from the channel into a local socket, which somebody reads. */
    private static double rwtui(SessionRig rig, SshSession session, Endpoint target) throws Exception {
        try (ServerSocket listener = new ServerSocket(0);
                Socket reader = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
                Socket served = listener.accept();
                ByteStream stream = session.openDirect(target, Duration.ofSeconds(10), new Cancellation())) {
            rig.executor().execute(() -> copy(stream, served));
            return rate(reader.getInputStream());
        }
    }

    private static void copy(ByteStream stream, Socket served) {
        byte[] piece = new byte[256 << 10];
        try {
            for (int length = stream.input().read(piece);
                    length >= 0;
                    length = stream.input().read(piece)) {
                served.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException e) {
            // The round is over.
        }
    }

    private static double through(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return rate(socket.getInputStream());
        }
    }

    private static double rate(InputStream in) throws IOException {
        byte[] piece = new byte[256 << 10];
        long begin = System.nanoTime();
        long total = 0;
        while (total < BYTES) {
            int length = in.read(piece);
            if (length < 0) {
                break;
            }
            total += length;
        }
        return total * 1e3 / (System.nanoTime() - begin);
    }
}
