package com.jcraft.jsch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A JSch session that tells what JSch keeps to itself: why it ended, what the server said when it refused a channel or a
 * login; and whose channels' windows are granted by whoever consumes the bytes. It lives in JSch's package since it needs
 * package-private members; {@link #selfTest()} says whether they are still there.
 */
public final class OpenSession extends Session {

    private static final int USERAUTH_FAILURE = 51;
    private static final int PAYLOAD = 6;
    private static final int NEVER_GRANTED_BY_JSCH = 1 << 30;

    /** Told from JSch's reader thread. */
    public interface Observer {
        /** The reader is about to give up for this reason. */
        void failed(Exception cause);

        /** The reader has ended. */
        void ended();

        /** USERAUTH_FAILURE: methods that can continue (RFC 4252 section 5.1). */
        void refused(String methods);
    }

    /** What the server answered to a channel open. */
    public sealed interface Opened {
        record Confirmed() implements Opened {}

        /** Reason code of RFC 4254 section 5.1 and the server's words. */
        record Refused(int reason, String words) implements Opened {}
    }

    private final Observer observer;
    private final Map<Integer, CompletableFuture<Opened>> opening = new ConcurrentHashMap<>();
    private final Set<Integer> abandoned = ConcurrentHashMap.newKeySet();
    private Runnable settled = () -> {};

    public OpenSession(JSch jsch, String user, String host, int port, Observer observer) throws JSchException {
        super(jsch, user, host, port);
        this.observer = observer;
    }

    /** Throws a linkage error where JSch has lost a member that this class needs. */
    @SuppressWarnings("ReturnValueIgnored") // the access is the test
    public static void selfTest() throws ReflectiveOperationException {
        for (String field : List.of("lwsize", "lwsize_max", "lmpsize", "connected", "close", "id")) {
            Channel.class.getDeclaredField(field);
        }
        Session.class.getDeclaredMethod("read", Buffer.class);
        Session.class.getDeclaredMethod("run");
        Session.class.getDeclaredMethod("write", Packet.class);
        Session.class.getDeclaredMethod("delChannel", Channel.class);
        Channel.class.getDeclaredMethod("genChannelOpenPacket");
        Buffer.class.getDeclaredField("buffer");
    }

    @Override
    Buffer read(Buffer into) throws Exception {
        Runnable due = settled;
        settled = () -> {};
        due.run();
        try {
            Buffer packet = super.read(into);
            look(packet.buffer);
            return packet;
        } catch (Exception e) {
            observer.failed(e);
            throw e;
        }
    }

    @Override
    void run() {
        try {
            super.run();
        } finally {
            observer.ended();
            opening.values().forEach(waiting -> waiting.cancel(false));
        }
    }

    private void look(byte[] packet) throws Exception {
        switch (packet[5] & 0xff) {
            case SSH_MSG_CHANNEL_OPEN_CONFIRMATION -> confirmed(number(packet, PAYLOAD), number(packet, PAYLOAD + 4));
            case SSH_MSG_CHANNEL_OPEN_FAILURE ->
                settle(
                        number(packet, PAYLOAD),
                        new Opened.Refused(number(packet, PAYLOAD + 4), text(packet, PAYLOAD + 8)));
            case USERAUTH_FAILURE -> observer.refused(text(packet, PAYLOAD));
            default -> {}
        }
    }

    private void confirmed(int channel, int servers) throws Exception {
        if (abandoned.remove(channel)) {
            send(SSH_MSG_CHANNEL_CLOSE, servers);
        } else {
            settle(channel, new Opened.Confirmed());
        }
    }

    /** The waiter goes on only once JSch has taken the packet in, which is when it asks for the next one. */
    private void settle(int channel, Opened result) {
        abandoned.remove(channel);
        CompletableFuture<Opened> waiting = opening.remove(channel);
        if (waiting != null) {
            settled = () -> waiting.complete(result);
        }
    }

    private static int number(byte[] packet, int at) {
        return (packet[at] & 0xff) << 24
                | (packet[at + 1] & 0xff) << 16
                | (packet[at + 2] & 0xff) << 8
                | (packet[at + 3] & 0xff);
    }

    private static String text(byte[] packet, int at) {
        int length = Math.max(0, Math.min(number(packet, at), packet.length - at - 4));
        return new String(packet, at + 4, length, StandardCharsets.UTF_8);
    }

    private void send(int message, int channel) throws Exception {
        Buffer buffer = new Buffer(100);
        Packet packet = new Packet(buffer);
        packet.reset();
        buffer.putByte((byte) message);
        buffer.putInt(channel);
        write(packet);
    }

    /**
     * Asks the server for the channel.
     *
     * @param window bytes that it may send before anything is granted
     */
    public CompletableFuture<Opened> open(Channel channel, int window, int packetSize) throws Exception {
        channel.lwsize_max = window;
        channel.lwsize = window;
        channel.lmpsize = packetSize;
        CompletableFuture<Opened> result = new CompletableFuture<>();
        opening.put(channel.id, result);
        write(channel.genChannelOpenPacket());
        return result;
    }

    /** After {@link Opened.Confirmed}: the channel carries data from now on. */
    public static void opened(Channel channel) {
        channel.connected = true;
    }

    /** Nobody waits any more. A late confirmation is answered with a close. */
    public void abandon(Channel channel) {
        if (opening.remove(channel.id) != null) {
            abandoned.add(channel.id);
        }
        delChannel(channel);
    }

    /** Called for each piece of data that arrives: JSch will not re-open the window by itself. */
    public static void hold(Channel channel) {
        channel.lwsize_max = 0;
        channel.lwsize = NEVER_GRANTED_BY_JSCH;
    }

    /** Lets the server send {@code bytes} more. */
    public void grant(Channel channel, int bytes) throws Exception {
        Buffer buffer = new Buffer(100);
        Packet packet = new Packet(buffer);
        packet.reset();
        buffer.putByte((byte) SSH_MSG_CHANNEL_WINDOW_ADJUST);
        buffer.putInt(channel.getRecipient());
        buffer.putInt(bytes);
        synchronized (channel) {
            if (!channel.close) {
                write(packet);
            }
        }
    }
}
