package dev.rwtui.ssh.hostkey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The file of {@code RevokedHostKeys}: ssh_config(5). Public keys in text, one on each line, or a {@link RevocationList}. */
public interface RevokedKeys {

    /** Nothing is revoked. */
    RevokedKeys NONE = blob -> false;

    /** Whether a key, or a certificate, its key or its authority, is revoked. */
    boolean contain(byte[] blob);

    /**
     * Reads the whole file.
     *
     * @throws IOException where it cannot be read or is malformed: then {@code ssh} trusts no key at all
     */
    static RevokedKeys read(String file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(file));
        } catch (InvalidPathException e) {
            throw new IOException("not a file's name", e);
        }
        return RevocationList.isOne(content) ? RevocationList.parse(content) : text(content);
    }

    private static RevokedKeys text(byte[] content) throws IOException {
        Set<String> keys = new HashSet<>();
        int number = 0;
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            List<String> words = Arrays.asList(line.strip().split("[ \t]+"));
            if (words.get(0).isEmpty() || words.get(0).startsWith("#")) {
                continue;
            }
            int at = number;
            keys.add(Base64Key.parse(words.get(0), words.size() > 1 ? words.get(1) : "")
                    .orElseThrow(() -> new IOException("line " + at + " is no public key")));
        }
        return blob -> holds(keys, blob);
    }

    private static boolean holds(Set<String> keys, byte[] blob) {
        return KeyCertificate.parse(blob)
                .map(certificate ->
                        keys.contains(base64(certificate.key())) || keys.contains(base64(certificate.authority())))
                .orElseGet(() -> keys.contains(base64(blob)));
    }

    private static String base64(byte[] blob) {
        return Base64.getEncoder().encodeToString(blob);
    }
}
