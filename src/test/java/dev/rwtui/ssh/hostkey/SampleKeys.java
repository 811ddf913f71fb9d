package dev.rwtui.ssh.hostkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Blobs in the shape of keys. */
final class SampleKeys {

    private SampleKeys() {}

    /** Keys of different numbers differ. */
    private static byte[] blob(String type, int which) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[32];
        Arrays.fill(body, (byte) which);
        return ByteBuffer.allocate(2 * Integer.BYTES + name.length + body.length)
                .putInt(name.length)
                .put(name)
                .putInt(body.length)
                .put(body)
                .array();
    }

    static String base64(String type, int which) {
        return Base64.getEncoder().encodeToString(blob(type, which));
    }
}
