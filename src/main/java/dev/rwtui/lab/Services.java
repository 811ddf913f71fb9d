package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The plainest things that can answer on a port. */
final class Services {

    private static final int CHUNK = 32 * 1024;

    private Services() {}

    /** RFC 862: gives back what it gets, and half-closes when it has given back all. */
    static void echo(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            out.write(chunk, 0, read);
            out.flush();
        }
    }

    /** RFC 863: takes all, says nothing. Whoever connects waits for an answer in vain. */
    static void silence(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (in.read(chunk) >= 0) {
            // Nothing to say.
        }
    }

    /** RFC 864: sends without end, and never reads. */
    static void endless(InputStream in, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int i = 0; i < chunk.length; i++) {
            chunk[i] = (byte) (i % 72 == 71 ? '\n' : ' ' + i % 72);
        }
        while (true) {
            out.write(chunk);
        }
    }
}
