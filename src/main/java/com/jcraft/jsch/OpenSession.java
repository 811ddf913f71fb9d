package com.jcraft.jsch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A JSch session that tells what JSch keeps to itself: why it ended, what the server said when it refused a channel or a
 * login; and whose channels' windows are granted by whoever consumes the bytes. It lives in JSch's package since it needs
 * package-private members; {@link #selfTest()} says whether they are still there.
 */
public final class OpenSession extends Session {

    private static final int SERVICE_ACCEPT = 6;
    private static final int KEX_REPLY = 31;
    private static final int KEX_GEX_REPLY = 33;
    private static final int USERAUTH_FAILURE = 51;
    private static final int PAYLOAD = 6;
    private static final int NEVER_GRANTED_BY_JSCH = 1 << 30;

    /** Told from JSch's reader thread. */
    public interface Observer {
        /** The reader is about to give up for this reason. */
        void failed(Exception cause);

        /** The reader has ended. */
        void ended();

        /** A global request, of which only keepalives are sent, was answered (RFC 4254 section 4). */
        void answered();

        /**
         * What the server shows as its host key, or as a certificate of it, before any of it is checked. Other messages of
         * a key exchange have the same number: the blob may be none.
         */
        void shown(byte[] blob);

        /** The server is who it says, and ready for the login (RFC 4253 section 10). */
        void ready();

        /** Whether one more channel to the agent here is welcome: the far side asks for one. */
        boolean admitsAgent();

        /**
         * The far side has a channel to the agent here, which waits for {@link OpenSession#confirm}. Its sink has to be set
         * before this returns.
         */
        void agentOpened(Channel channel);

        /** USERAUTH_FAILURE: methods that can continue (RFC 4252 section 5.1). */
        void refused(String methods);
    }

    /** What the server answered to a channel open. */
    public sealed interface Opened {
        record Confirmed() implements Opened {}

        /** Reason code of RFC 4254 section 5.1 and the server's words. */
        record Refused(int reason, String words) implements Opened {}
    }

    /** What is due once JSch has taken a packet in. */
    private interface Settlement {
        void settle() throws Exception;
    }

    private final Observer observer;
    private final Map<Integer, CompletableFuture<Opened>> opening = new ConcurrentHashMap<>();
    private final ChannelRequests requests = new ChannelRequests(this);
    private final Map<Integer, Runnable> watchers = new ConcurrentHashMap<>();
    private Settlement settled = () -> {};
    private volatile boolean over;
    private volatile boolean agentPassedOn;
    private volatile Optional<Proof> proof = Optional.empty();

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
        Session.class.getDeclaredMethod("getSessionId");
        Channel.class.getDeclaredMethod("setRecipient", int.class);
        Channel.class.getDeclaredMethod("setRemoteWindowSize", long.class);
        Channel.class.getDeclaredMethod("setRemotePacketSize", int.class);
        Channel.class.getDeclaredMethod("sendOpenConfirmation");
        Channel.class.getDeclaredMethod("genChannelOpenPacket");
        Buffer.class.getDeclaredField("buffer");
    }

    @Override
    Buffer read(Buffer into) throws Exception {
        Settlement due = settled;
        settled = () -> {};
        due.settle();
        try {
            Buffer packet = super.read(into);
            look(packet.buffer);
            while (isForAgent(packet.buffer)) {
                agentOpened(packet.buffer);
                packet = super.read(into);
                look(packet.buffer);
            }
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
            over = true;
            observer.ended();
            opening.values().forEach(waiting -> waiting.cancel(false));
            requests.end();
        }
    }

    /** JSch comes here before it ends the channels: their readers must not take that for an orderly end. */
    @Override
    public void disconnect() {
        observer.ended();
        super.disconnect();
    }

    private void look(byte[] packet) throws Exception {
        switch (packet[5] & 0xff) {
            case SSH_MSG_CHANNEL_OPEN_CONFIRMATION -> confirmed(number(packet, PAYLOAD), number(packet, PAYLOAD + 4));
            case SSH_MSG_CHANNEL_OPEN_FAILURE ->
                refused(
                        number(packet, PAYLOAD),
                        new Opened.Refused(number(packet, PAYLOAD + 4), text(packet, PAYLOAD + 8)));
            case KEX_REPLY, KEX_GEX_REPLY -> {
                observer.shown(bytes(packet, PAYLOAD));
                proved(packet);
            }
            case SERVICE_ACCEPT -> observer.ready();
            case SSH_MSG_CHANNEL_SUCCESS -> requests.answered(number(packet, PAYLOAD), true);
            case SSH_MSG_CHANNEL_FAILURE -> requests.answered(number(packet, PAYLOAD), false);
            case SSH_MSG_CHANNEL_CLOSE -> closed(number(packet, PAYLOAD));
            case USERAUTH_FAILURE -> observer.refused(text(packet, PAYLOAD));
            case SSH_MSG_REQUEST_SUCCESS, SSH_MSG_REQUEST_FAILURE -> observer.answered();
            default -> {}
        }
    }

    /** JSch would answer such a channel itself, with keys of its own. */
    private boolean isForAgent(byte[] packet) {
        return agentPassedOn
                && (packet[5] & 0xff) == SSH_MSG_CHANNEL_OPEN
                && text(packet, PAYLOAD).equals("auth-agent@openssh.com")
                && observer.admitsAgent();
    }

    private void agentOpened(byte[] packet) throws JSchException {
        int at = PAYLOAD + 4 + number(packet, PAYLOAD);
        Channel channel = openChannel("session");
        if (channel == null) {
            return;
        }
        channel.setRecipient(number(packet, at));
        channel.setRemoteWindowSize(Integer.toUnsignedLong(number(packet, at + 4)));
        channel.setRemotePacketSize(number(packet, at + 8));
        channel.connected = true;
        observer.agentOpened(channel);
    }

    /** Lets the far side send. Not for the reader's thread, which must not wait for room to write. */
    public void confirm(Channel channel, Room room) throws Exception {
        channel.lwsize_max = room.window();
        channel.lwsize = room.window();
        channel.lmpsize = room.packet();
        channel.sendOpenConfirmation();
    }

    /** The signature of the first key exchange; a group's message has the same number, comes before, and has no third field. */
    private void proved(byte[] packet) {
        int second = PAYLOAD + 4 + number(packet, PAYLOAD);
        if (getSessionId() != null || second < PAYLOAD || second + 4 > packet.length) {
            return;
        }
        int third = second + 4 + number(packet, second);
        if (third < second || third + 4 > packet.length || number(packet, third) <= 0) {
            return;
        }
        proof = Optional.of(new Proof(bytes(packet, PAYLOAD), bytes(packet, third)));
    }

    /** How the server proved who it is, in the first key exchange. */
    public static final class Proof {

        private final byte[] hostKey;
        private final byte[] signature;

        Proof(byte[] hostKey, byte[] signature) {
            this.hostKey = hostKey;
            this.signature = signature;
        }

        /** Its blob, or that of its certificate. */
        public byte[] hostKey() {
            return hostKey.clone();
        }

        /** Over the exchange hash, which is the session's identifier. */
        public byte[] signature() {
            return signature.clone();
        }
    }

    /** Once keys have been exchanged. */
    public Optional<Proof> proof() {
        return proof;
    }

    /** RFC 4253 section 7.2: empty before keys have been exchanged. */
    public byte[] identifier() {
        byte[] identifier = getSessionId();
        return identifier == null ? new byte[0] : identifier.clone();
    }

    /** Tells the far side that it may use the agent here (draft-miller-ssh-agent section 4.1). */
    public void passAgentOn(Channel channel) throws Exception {
        agentPassedOn = true;
        requests.passAgentOn(channel);
    }

    /**
     * The waiter goes on only once JSch has taken the packet in, which is when it asks for the next one. Where nobody waits
     * any more the server is told, else it would keep the channel and its connection as long as the session lasts.
     */
    private void confirmed(int channel, int servers) {
        CompletableFuture<Opened> waiting = opening.remove(channel);
        if (waiting != null) {
            settled = () -> {
                if (!waiting.complete(new Opened.Confirmed())) {
                    send(SSH_MSG_CHANNEL_CLOSE, servers);
                }
            };
        }
    }

    private void refused(int channel, Opened.Refused refusal) {
        CompletableFuture<Opened> waiting = opening.remove(channel);
        if (waiting != null) {
            settled = () -> waiting.complete(refusal);
        }
    }

    /** Told once JSch has taken in all that came before. */
    private void closed(int channel) {
        Runnable watcher = watchers.remove(channel);
        if (watcher != null) {
            settled = watcher::run;
        }
    }

    private static int number(byte[] packet, int at) {
        return (packet[at] & 0xff) << 24
                | (packet[at + 1] & 0xff) << 16
                | (packet[at + 2] & 0xff) << 8
                | (packet[at + 3] & 0xff);
    }

    private static String text(byte[] packet, int at) {
        return new String(bytes(packet, at), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(byte[] packet, int at) {
        int length = Math.max(0, Math.min(number(packet, at), packet.length - at - 4));
        return Arrays.copyOfRange(packet, at + 4, at + 4 + length);
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
     * How much the server may send.
     *
     * @param window bytes before anything is granted
     * @param packet bytes at once
     */
    public record Room(int window, int packet) {}

    /** Asks the server for the channel; what it says completes {@code answer}, which is cancelled where the session ends. */
    public void open(Channel channel, Room room, CompletableFuture<Opened> answer) throws Exception {
        channel.lwsize_max = room.window();
        channel.lwsize = room.window();
        channel.lmpsize = room.packet();
        opening.put(channel.id, answer);
        if (over) {
            answer.cancel(false);
        }
        write(channel.genChannelOpenPacket());
    }

    /** After {@link Opened.Confirmed}: the channel carries data from now on. */
    public static void opened(Channel channel) {
        channel.connected = true;
    }

    /** What can be asked of its channels. */
    public ChannelRequests requests() {
        return requests;
    }

    /** Calls back when the far side has closed the channel, once all before that has been taken in. */
    public void watch(Channel channel, Runnable closed) {
        watchers.put(channel.id, closed);
    }

    /** Neither its answers nor its end matter to anybody any more. */
    public void forget(Channel channel) {
        watchers.remove(channel.id);
        requests.forget(channel);
    }

    /** Nobody waits for that answer any more: a confirmation, come or yet to come, is answered with a close. */
    public void abandon(Channel channel, CompletableFuture<Opened> answer) {
        boolean unanswered = answer.cancel(false);
        if (!unanswered && !answer.isCompletedExceptionally() && answer.join() instanceof Opened.Confirmed) {
            opened(channel);
            channel.disconnect();
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
