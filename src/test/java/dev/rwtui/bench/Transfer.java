package dev.rwtui.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** So many bytes one way through a local port behind which, at whatever distance, a {@link LoadServer} serves. */
public record Transfer(Way way, long bytes) {

    /** Seen from the client. */
    public enum Way {
        DOWN,
        UP
    }

    /** Makes the transfer over a connection of its own; connecting and asking are not timed. Returns MB/s (10^6 bytes). */
    public double through(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            out.write(question());
            long begin = System.nanoTime();
            if (way == Way.UP) {
                LoadServer.send(out, bytes);
            }
            LoadServer.take(socket.getInputStream(), way == Way.UP ? 1 : bytes);
            return bytes * 1e3 / (System.nanoTime() - begin);
        }
    }

    /** What a {@link LoadServer} is asked. */
    byte[] question() {
        return ByteBuffer.allocate(9)
                .put((byte) (way == Way.UP ? LoadServer.UP : LoadServer.DOWN))
                .putLong(bytes)
                .array();
    }
}
