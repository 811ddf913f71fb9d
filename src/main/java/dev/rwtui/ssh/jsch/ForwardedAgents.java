package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.OpenSession;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The channels by which the far side of one session uses the agent here. */
final class ForwardedAgents {

    /** At a time: nobody needs more, and each costs a thread. */
    private static final int MOST = 16;

    private final OpenSession session;
    private final Executor executor;
    private final AtomicInteger open = new AtomicInteger();
    private volatile Optional<String> socket = Optional.empty();

    ForwardedAgents(OpenSession session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    /** From now on the far side may ask for the agent at this socket. */
    void pass(String agent) {
        socket = Optional.of(agent);
    }

    boolean admitsOneMore() {
        return socket.isPresent() && open.get() < MOST;
    }

    void opened(Channel channel, JschStream stream, OpenSession.Room room) {
        open.incrementAndGet();
        executor.execute(() -> {
            try {
                session.confirm(channel, room);
                new AgentForwarding(socket.orElse(""), AgentBinding.of(session, AgentBinding.Purpose.FORWARDING))
                        .serve(stream.input(), stream.output());
            } catch (Exception e) {
                // The agent here, or the session, is gone: to the far side the agent is. JSch says so in many ways.
            } finally {
                open.decrementAndGet();
                stream.close();
            }
        });
    }
}
