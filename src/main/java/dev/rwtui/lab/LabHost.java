package dev.rwtui.lab;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * One SSH server of the lab. The methods that change it are meant for tests; each holds for what is asked of the server
 * from then on, and connections that are up stay as they are.
 */
public final class LabHost {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Plan plan;
    private final Crew crew;
    private final Accounts accounts = new Accounts();
    private volatile KeyPair hostKey;
    private volatile Forwarding forwarding = Forwarding.ALLOWED;
    private volatile String banner = "";
    private volatile long rekeyLimit = 1 << 30;
    private volatile LabServer server;
    private volatile int port;

    /**
     * What the host is made of.
     *
     * @param dialler what its direct-tcpip channels lead to
     */
    record Plan(String name, KeyPair hostKey, DirectChannel.Dialler dialler, ShellCommand.Place place) {}

    /** One round of a keyboard-interactive dialogue (RFC 4256): a prompt, and the only right answer to it. */
    public record Round(String instruction, String prompt, Echo echo, String answer) {}

    /** Whether an answer may be shown while it is typed. */
    public enum Echo {
        ON,
        OFF
    }

    /** What the host does when it is asked for a direct-tcpip channel. */
    public enum Forwarding {
        ALLOWED,
        /** SSH_OPEN_ADMINISTRATIVELY_PROHIBITED, as with {@code AllowTcpForwarding no}. */
        PROHIBITED
    }

    private LabHost(Plan plan, Crew crew) {
        this.plan = plan;
        this.crew = crew;
        this.hostKey = plan.hostKey();
        this.server = newServer();
    }

    /** A host without a port: reached only by who is handed {@link #service()}. */
    static LabHost portless(Plan plan, Crew crew) {
        LabHost host = new LabHost(plan, crew);
        host.server.startPortless();
        return host;
    }

    /** A host on a free port of 127.0.0.1. */
    static LabHost listening(Plan plan, Crew crew) throws IOException {
        LabHost host = new LabHost(plan, crew);
        host.listen();
        return host;
    }

    /** Lets {@code user} in with {@code password}, beside what is allowed already. */
    public void allowPassword(String user, String password) {
        accounts.allowPassword(user, password);
        accounts.offerMethods(server);
    }

    /** Lets {@code user} in with the right answers, asked in this order. */
    public void allowDialogue(String user, List<Round> rounds) {
        accounts.allowDialogue(user, rounds);
        accounts.offerMethods(server);
    }

    /** Keeps everybody who would authenticate waiting, until what it gives back is closed. */
    public Hold holdAuthentication() {
        return accounts.hold()::countDown;
    }

    /** Closing it lets go of those who wait. */
    @FunctionalInterface
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** What is shown to who connects, before authentication; empty for nothing. */
    public void showBanner(String text) {
        banner = text;
        CoreModuleProperties.WELCOME_BANNER.set(server, text);
    }

    /** Exchanges keys anew after so many bytes: RFC 4253 section 9. */
    public void rekeyAfter(long bytes) {
        rekeyLimit = bytes;
        CoreModuleProperties.REKEY_BYTES_LIMIT.set(server, bytes);
    }

    public void forwarding(Forwarding wanted) {
        forwarding = wanted;
    }

    /** Takes another host key. The lab's known_hosts keeps the old one. */
    public void changeHostKey() throws GeneralSecurityException {
        hostKey = KeyFiles.newKey();
    }

    /** Ends every connection to this host at once, as a crash of its sshd(8) would. */
    public void killSessions() {
        server.killSessions();
    }

    /** Ends every connection, and takes no more: connecting is refused. */
    public void stop() throws IOException {
        server.killSessions();
        if (!server.close(true).await(PATIENCE)) {
            throw new SocketTimeoutException(plan.name() + " of the lab did not stop within " + PATIENCE);
        }
    }

    /** Starts again after {@link #stop()}, on the same port, with the same keys and users. */
    public void restart() throws IOException {
        server = newServer();
        if (port == 0) {
            server.startPortless();
        } else {
            listen();
        }
    }

    /** The port on 127.0.0.1; 0 where the host has none. */
    public int port() {
        return port;
    }

    boolean isUp() {
        return !server.isClosing();
    }

    String name() {
        return plan.name();
    }

    PublicKey hostKey() {
        return hostKey.getPublic();
    }

    void allowKey(String user, PublicKey key) {
        accounts.allowKey(user, key);
    }

    /** Takes part in nothing but the server that runs now. */
    Service service() {
        return (in, out) -> server.serve(in, out);
    }

    private void listen() throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.start();
        port = server.getPort();
    }

    private LabServer newServer() {
        LabServer made = new LabServer(crew.workers());
        ServerParts.install(made, crew);
        made.setKeyPairProvider(session -> List.of(hostKey));
        // What a client had under way to a channel that has just closed, a window's adjustment above all, is no fault.
        made.setUnknownChannelReferenceHandler((service, message, channel, content) -> null);
        made.setChannelFactories(ServerParts.channels(this::dial, crew.workers()));
        made.setCommandFactory((channel, command) -> ShellCommand.of(command, plan.place()));
        made.setShellFactory(channel -> ShellCommand.shell(plan.place()));
        accounts.govern(made);
        CoreModuleProperties.WELCOME_BANNER.set(made, banner);
        CoreModuleProperties.REKEY_BYTES_LIMIT.set(made, rekeyLimit);
        return made;
    }

    private Dialled dial(String host, int to) {
        return forwarding == Forwarding.ALLOWED ? plan.dialler().dial(host, to) : Dialled.Refused.PROHIBITED;
    }
}
