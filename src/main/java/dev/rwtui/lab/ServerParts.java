package dev.rwtui.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.random.JceRandomFactory;
import org.apache.sshd.common.random.SingletonRandomFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.threads.NoCloseExecutor;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.global.NoMoreSessionsHandler;

/** What every server of the lab has in common. */
final class ServerParts {

    private ServerParts() {}

    /**
     * Algorithms, time limits and threads. Key exchanges that need prime numbers from a file are left out: they would cost
     * start-up time. Small packets go out at once: waiting for more would add 40 ms to whatever takes two. Nothing is limited by idleness, since a demo is left alone for hours. Of global requests only those
     * without effect are known: tcpip-forward, above all, is refused.
     */
    static void install(LabServer server, Crew crew) {
        server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(
                true, List.of(BuiltinDHFactories.curve25519, BuiltinDHFactories.ecdhp256), ServerBuilder.DH2KEX));
        server.setCipherFactories(ServerBuilder.setUpDefaultCiphers(true));
        server.setMacFactories(ServerBuilder.setUpDefaultMacs(true));
        server.setCompressionFactories(ServerBuilder.setUpDefaultCompressionFactories(true));
        server.setSignatureFactories(ServerBuilder.setUpDefaultSignatureFactories(true));
        server.setRandomFactory(new SingletonRandomFactory(JceRandomFactory.INSTANCE));
        server.setFileSystemFactory(ServerBuilder.DEFAULT_FILE_SYSTEM_FACTORY);
        server.setForwarderFactory(ServerBuilder.DEFAULT_FORWARDER_FACTORY);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setGlobalRequestHandlers(List.of(new KeepAliveHandler(), new NoMoreSessionsHandler()));
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory(() -> new NoCloseExecutor(crew.workers())));
        server.setScheduledExecutorService(crew.timer(), false);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(server, Duration.ofDays(1));
    }

    static List<ChannelFactory> channels(DirectChannel.Dialler dialler, Executor workers) {
        return List.of(
                new Kind("session", session -> new LabSession()),
                new Kind("direct-tcpip", session -> new DirectChannel(dialler, workers)));
    }

    /** Makes the channels of one type. */
    private record Kind(String name, Function<Session, Channel> maker) implements ChannelFactory {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public Channel createChannel(Session session) {
            return maker.apply(session);
        }
    }

    /**
     * Refuses a terminal where none can be made. ssh(1) says so and goes on without, line by line, which serves better than
     * a shell that sees raw keys.
     */
    private static final class LabSession extends ChannelSession {
        @Override
        protected RequestHandler.Result handlePtyReq(Buffer buffer, boolean wantReply) throws IOException {
            return PseudoTerminal.isPossible()
                    ? super.handlePtyReq(buffer, wantReply)
                    : RequestHandler.Result.ReplyFailure;
        }
    }
}
