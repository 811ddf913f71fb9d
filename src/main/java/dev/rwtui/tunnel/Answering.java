package dev.rwtui.tunnel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether somebody accepts connections at an address of this machine. */
final class Answering {

    private static final int PATIENCE_MILLIS = 500;

    private Answering() {}

    static boolean at(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            // Neither side keeps a trace of the question in TIME_WAIT.
            socket.setSoLinger(true, 0);
            socket.connect(address, PATIENCE_MILLIS);
            // TCP lets a socket connect to itself where its own port happens to be the one asked for (RFC 9293 section
            // 3.5).
            return !socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress());
        } catch (IOException e) {
            return false;
        }
    }
}
