package dev.rwtui.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.CRC32C;

/** Bytes of which no two blocks are alike, and what became of them on a way. */
public final class Payload {

    private static final int BLOCK = 64 << 10;

    private Payload() {}

    /** How much there was, in bytes, and its checksum. */
    public record Sum(long bytes, long checksum) {}

    /** Writes so many bytes. */
    public static Sum write(OutputStream out, long length) throws IOException {
        byte[] block = new byte[BLOCK];
        new Random(length).nextBytes(block);
        CRC32C checksum = new CRC32C();
        for (long written = 0; written < length; written += BLOCK) {
            ByteBuffer.wrap(block).putLong(written);
            int next = (int) Math.min(BLOCK, length - written);
            checksum.update(block, 0, next);
            out.write(block, 0, next);
        }
        out.flush();
        return new Sum(length, checksum.getValue());
    }

    /** Reads to the end. */
    public static Sum read(InputStream in) throws IOException {
        byte[] block = new byte[2 * BLOCK];
        CRC32C checksum = new CRC32C();
        long bytes = 0;
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            checksum.update(block, 0, length);
            bytes += length;
        }
        return new Sum(bytes, checksum.getValue());
    }
}
