package dev.rwtui.ssh.jsch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;

/**
 * What comes by TCP, acknowledged at once where it is little. A server that has not switched Nagle's algorithm off holds its
 * second small message back until the first is acknowledged, which a kernel may put off for 40 ms: longer than most commands
 * take. Linux forgets the wish with time, so it is renewed.
 */
final class PromptInput extends InputStream {

    /** More than that is part of much, which is acknowledged as it flows. */
    private static final int LITTLE = 4 << 10;

    private final Socket socket;
    private final InputStream source;
    private final boolean possible;

    PromptInput(Socket socket) throws IOException {
        this.socket = socket;
        this.source = socket.getInputStream();
        this.possible = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int taken = source.read(target, from, length);
        if (possible && taken > 0 && taken < LITTLE) {
            acknowledge();
        }
        return taken;
    }

    private void acknowledge() {
        try {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        } catch (IOException e) {
            // Closed meanwhile, which the next read tells.
        }
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
