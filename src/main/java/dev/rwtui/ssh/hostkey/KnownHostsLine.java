package dev.rwtui.ssh.hostkey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One entry of a known_hosts file.
 *
 * @param number from 1
 * @param names the patterns as written, comma-separated, or one hashed name
 * @param type for example {@code ssh-ed25519}
 * @param key base64 of the public key blob
 */
public record KnownHostsLine(String file, int number, Marker marker, String names, String type, String key) {

    /** What an entry says of its key. */
    public enum Marker {
        NONE,
        REVOKED,
        CERT_AUTHORITY
    }

    /** Empty for a comment, an empty line, and one that is malformed: {@code ssh} skips these too. */
    static Optional<KnownHostsLine> parse(String file, int number, String text) {
        List<String> fields = Arrays.asList(text.strip().split("[ \t]+"));
        if (fields.get(0).isEmpty() || fields.get(0).startsWith("#")) {
            return Optional.empty();
        }
        Optional<Marker> marker = marker(fields.get(0));
        int first = fields.get(0).startsWith("@") ? 1 : 0;
        if (marker.isEmpty() || fields.size() < first + 3) {
            return Optional.empty();
        }
        String type = fields.get(first + 1);
        return Base64Key.parse(type, fields.get(first + 2))
                .map(key -> new KnownHostsLine(file, number, marker.get(), fields.get(first), type, key));
    }

    private static Optional<Marker> marker(String field) {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "@revoked" -> Optional.of(Marker.REVOKED);
            case "@cert-authority" -> Optional.of(Marker.CERT_AUTHORITY);
            default -> field.startsWith("@") ? Optional.empty() : Optional.of(Marker.NONE);
        };
    }

    /** Whether the entry is about {@code name}, which is {@code host} or {@code [host]:port}. */
    boolean matches(String name) {
        return names.startsWith("|") ? HashedName.matches(names, name) : NamePatterns.match(names, name);
    }

    /** Whether it speaks of hosts by patterns. */
    public boolean isGeneral() {
        return !names.startsWith("|") && names.chars().anyMatch(c -> "*?!".indexOf(c) >= 0);
    }

    /** What to type in a shell to remove what this file has on record for a host. */
    public String removal(HostKeyName name) {
        return "ssh-keygen -f " + quoted(file) + " -R " + quoted(name.recorded());
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /** {@code ~/.ssh/known_hosts:12}. */
    public String place() {
        return file + ":" + number;
    }
}
