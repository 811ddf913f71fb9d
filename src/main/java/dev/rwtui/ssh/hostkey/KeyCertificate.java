package dev.rwtui.ssh.hostkey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An OpenSSH certificate (PROTOCOL.certkeys): the public key of a user or a host, signed by an authority. What is in it is
 * read; whether the signature fits is not looked at here.
 */
public final class KeyCertificate {

    /** What the name of a certified key's type ends with. */
    public static final String SUFFIX = "-cert-v01@openssh.com";

    private final byte[] blob;
    private final Bearer bearer;
    private final byte[] key;
    private final byte[] authority;
    private final Details details;

    /** Whose key is certified. */
    public enum Bearer {
        USER,
        HOST
    }

    /**
     * What an authority says of a key.
     *
     * @param id free text, for logs and for revoking
     * @param serial unsigned
     * @param principals names of users or hosts that it is for; none means all
     * @param from when it begins to be valid
     * @param until when it ceases to be; {@link Instant#MAX} for ever
     */
    public record Details(String id, long serial, List<String> principals, Instant from, Instant until) {
        public Details {
            principals = List.copyOf(principals);
        }
    }

    private KeyCertificate(byte[] blob, Bearer bearer, byte[] key, byte[] authority, Details details) {
        this.blob = blob;
        this.bearer = bearer;
        this.key = key;
        this.authority = authority;
        this.details = details;
    }

    /** Empty for what is no certificate. */
    public static Optional<KeyCertificate> parse(byte[] blob) {
        String type = Base64Key.type(blob);
        if (!type.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(blob, plainType(type)));
        } catch (RuntimeException e) {
            return Optional.empty(); // Cut short, or of a type that nobody knows.
        }
    }

    private static KeyCertificate parse(byte[] blob, String type) {
        ByteBuffer rest = ByteBuffer.wrap(blob);
        Base64Key.string(rest); // the type
        Base64Key.string(rest); // the nonce
        int begin = rest.position();
        for (int i = fields(type); i > 0; i--) {
            Base64Key.string(rest);
        }
        byte[] key = key(type, blob, begin, rest.position());
        long serial = rest.getLong();
        Bearer bearer = bearer(rest.getInt());
        String id = new String(Base64Key.string(rest), StandardCharsets.UTF_8);
        ByteBuffer names = ByteBuffer.wrap(Base64Key.string(rest));
        List<String> principals = new ArrayList<>();
        while (names.hasRemaining()) {
            principals.add(new String(Base64Key.string(names), StandardCharsets.UTF_8));
        }
        Instant from = instant(rest.getLong());
        Instant until = instant(rest.getLong());
        Base64Key.string(rest); // critical options
        Base64Key.string(rest); // extensions
        Base64Key.string(rest); // reserved
        Details details = new Details(id, serial, principals, from, until);
        return new KeyCertificate(blob, bearer, key, Base64Key.string(rest), details);
    }

    /** Unsigned seconds, which may be more than there will be. */
    private static Instant instant(long seconds) {
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond() ? Instant.MAX : Instant.ofEpochSecond(seconds);
    }

    private static Bearer bearer(int number) {
        return switch (number) {
            case 1 -> Bearer.USER;
            case 2 -> Bearer.HOST;
            default -> throw new IllegalArgumentException("neither a user's nor a host's");
        };
    }

    /** {@code sk-ssh-ed25519-cert-v01@openssh.com} certifies a {@code sk-ssh-ed25519@openssh.com}. */
    private static String plainType(String type) {
        String plain = type.substring(0, type.length() - SUFFIX.length());
        return plain.startsWith("sk-") ? plain + "@openssh.com" : plain;
    }

    /** How many strings and numbers a public key is made of, its type left out. */
    private static int fields(String type) {
        return switch (type) {
            case "ssh-ed25519" -> 1;
            case "ssh-rsa",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "sk-ssh-ed25519@openssh.com" -> 2;
            case "sk-ecdsa-sha2-nistp256@openssh.com" -> 3;
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static byte[] key(String type, byte[] blob, int begin, int end) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(Integer.BYTES + name.length + end - begin)
                .putInt(name.length)
                .put(name)
                .put(blob, begin, end - begin)
                .array();
    }

    /** The whole certificate, as it is sent to the other side. */
    public byte[] blob() {
        return blob.clone();
    }

    public Bearer bearer() {
        return bearer;
    }

    /** The blob of the key that it certifies. */
    public byte[] key() {
        return key.clone();
    }

    /** The blob of the key that it is signed with. */
    public byte[] authority() {
        return authority.clone();
    }

    public Details details() {
        return details;
    }
}
