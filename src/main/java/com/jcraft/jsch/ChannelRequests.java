package com.jcraft.jsch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is asked of session channels (RFC 4254 section 6), and the answers, which JSch keeps to itself. It lives in JSch's
 * package as {@link OpenSession} does.
 */
public final class ChannelRequests {

    private final OpenSession session;
    private final Map<Integer, Queue<CompletableFuture<Boolean>>> asked = new ConcurrentHashMap<>();
    private volatile boolean over;

    ChannelRequests(OpenSession session) {
        this.session = session;
    }

    /** The session has ended: nobody answers any more. */
    void end() {
        over = true;
        asked.values().forEach(open -> open.forEach(waiting -> waiting.cancel(false)));
    }

    /** In the order in which they were asked. Whoever asked goes on at once: JSch itself waits for no such answer. */
    void answered(int channel, boolean yes) {
        Queue<CompletableFuture<Boolean>> open = asked.get(channel);
        CompletableFuture<Boolean> waiting = open == null ? null : open.poll();
        if (waiting != null) {
            waiting.complete(yes);
        }
    }

    void forget(Channel channel) {
        asked.remove(channel.id);
    }

    void passAgentOn(Channel channel) throws Exception {
        request(channel, "auth-agent-req@openssh.com", false);
    }

    /** Asks for a variable of a command's environment (RFC 4254 section 6.4), without an answer. */
    public void environment(Channel channel, String name, String value) throws Exception {
        request(channel, "env", false, name, value);
    }

    /**
     * Asks for what is to run: {@code shell}, {@code exec} with a line, {@code subsystem} with a name (RFC 4254 section
     * 6.5).
     */
    public CompletableFuture<Boolean> program(Channel channel, String type, String... argument) throws Exception {
        return ask(channel, type, (Object[]) argument);
    }

    /** In cells. */
    public record Extent(int columns, int rows) {}

    /**
     * Asks for a terminal for a program (RFC 4254 section 6.2).
     *
     * @param modes encoded as section 8 says
     */
    public CompletableFuture<Boolean> terminal(Channel channel, String type, Extent extent, byte[] modes)
            throws Exception {
        return ask(channel, "pty-req", type, extent.columns(), extent.rows(), 0, 0, modes);
    }

    /** Tells of another size of the terminal (RFC 4254 section 6.7). */
    public void resized(Channel channel, int columns, int rows) throws Exception {
        request(channel, "window-change", false, columns, rows, 0, 0);
    }

    /** Asks for a signal to a command (RFC 4254 section 6.9), without an answer. */
    public void signal(Channel channel, String name) throws Exception {
        request(channel, "signal", false, name);
    }

    /** The answer is what the server says; cancelled where the session ends before. */
    private CompletableFuture<Boolean> ask(Channel channel, String type, Object... fields) throws Exception {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asked.computeIfAbsent(channel.id, id -> new ConcurrentLinkedQueue<>()).add(answer);
        if (over) {
            answer.cancel(false);
        }
        if (!request(channel, type, true, fields)) {
            answer.cancel(false);
        }
        return answer;
    }

    /**
     * Texts and bytes are strings of RFC 4251 section 5, numbers are uint32. False where the channel is closed: a server ends
     * the whole session over a request to a channel that it no longer knows.
     */
    private boolean request(Channel channel, String type, boolean reply, Object... fields) throws Exception {
        List<Object> encoded = new ArrayList<>();
        int size = 100;
        for (Object field : fields) {
            Object one = field instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : field;
            size += one instanceof byte[] bytes ? bytes.length + 4 : 4;
            encoded.add(one);
        }
        Buffer buffer = new Buffer(size);
        Packet packet = new Packet(buffer);
        packet.reset();
        buffer.putByte((byte) Session.SSH_MSG_CHANNEL_REQUEST);
        buffer.putInt(channel.getRecipient());
        buffer.putString(type.getBytes(StandardCharsets.US_ASCII));
        buffer.putByte((byte) (reply ? 1 : 0));
        for (Object field : encoded) {
            if (field instanceof byte[] bytes) {
                buffer.putString(bytes);
            } else {
                buffer.putInt((Integer) field);
            }
        }
        synchronized (channel) {
            if (channel.close) {
                return false;
            }
            session.write(packet);
            return true;
        }
    }
}
