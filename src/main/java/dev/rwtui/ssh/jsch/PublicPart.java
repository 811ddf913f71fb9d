package dev.rwtui.ssh.jsch;

import dev.rwtui.ssh.hostkey.Base64Key;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The public key of an identity file, without its passphrase: from the clear part of OpenSSH's own format (PROTOCOL.key),
 * from the file itself where it holds nothing but a public key, whose private part the agent has, or from the {@code .pub}
 * file beside it.
 */
final class PublicPart {

    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private PublicPart() {}

    static Optional<byte[]> of(Path identity, byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return clearPart(text).or(() -> publicKey(text)).or(() -> inFile(identity + ".pub"));
    }

    private static Optional<byte[]> clearPart(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf("-----END", begin + 1);
        if (begin < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            ByteBuffer blob =
                    ByteBuffer.wrap(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
            blob.position(MAGIC.length);
            skip(blob);
            skip(blob);
            skip(blob);
            blob.getInt();
            byte[] key = new byte[blob.getInt()];
            blob.get(key);
            return valid(key);
        } catch (RuntimeException e) {
            return Optional.empty(); // Malformed: the private part will be found out to be so, too.
        }
    }

    private static void skip(ByteBuffer blob) {
        int length = blob.getInt();
        blob.position(blob.position() + length);
    }

    /** What a file of a public key, or of a certificate, holds; empty where there is none. */
    static Optional<byte[]> inFile(String file) {
        try {
            return publicKey(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> publicKey(String text) {
        List<String> fields = List.of(text.strip().split("[ \t\r\n]+"));
        try {
            return fields.size() < 2
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(fields.get(1)))
                            .filter(key -> Base64Key.type(key).equals(fields.get(0)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> valid(byte[] key) {
        return Base64Key.type(key).isEmpty() ? Optional.empty() : Optional.of(key);
    }
}
