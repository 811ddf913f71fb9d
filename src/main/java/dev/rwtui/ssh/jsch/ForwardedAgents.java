package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.OpenSession;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The channels by which the far side of one session uses the agent here. */
final class ForwardedAgents {

    /** At a time: nobody needs more, and each costs a thread. */
    private static final int MOST = 128;

    private final OpenSession session;
    private final Executor executor;
    private final Set<AgentForwarding> open = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> socket = Optional.empty();
    private final AtomicInteger users = new AtomicInteger();

    ForwardedAgents(OpenSession session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    /** A command begins that may use the agent at this socket. */
    void begin(String agent) {
        socket = Optional.of(agent);
        users.incrementAndGet();
    }

    /** Such a command has ended. */
    void end() {
        users.decrementAndGet();
    }

    boolean admitsOneMore() {
        return users.get() > 0 && open.size() < MOST;
    }

    /** The session has ended. */
    void close() {
        open.forEach(AgentForwarding::close);
    }

    /**
     * Serves one channel.
     *
     * @return ends it, whatever the agent waits for
     */
    Runnable opened(Channel channel, JschStream stream, OpenSession.Room room) {
        AgentForwarding forwarding =
                new AgentForwarding(socket.orElse(""), AgentBinding.of(session, AgentBinding.Purpose.FORWARDING));
        open.add(forwarding);
        executor.execute(() -> {
            try (forwarding) {
                session.confirm(channel, room);
                forwarding.serve(stream.input(), stream.output());
            } catch (Exception e) {
                // The agent here, or the session, is gone: to the far side the agent is. JSch says so in many ways.
            } finally {
                open.remove(forwarding);
                stream.close();
            }
        });
        return forwarding::close;
    }
}
