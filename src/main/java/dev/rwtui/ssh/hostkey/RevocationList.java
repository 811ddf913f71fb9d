package dev.rwtui.ssh.hostkey;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A key revocation list as {@code ssh-keygen -k} makes it (PROTOCOL.krl). Its signatures are not looked at. */
final class RevocationList implements RevokedKeys {

    private static final byte[] MAGIC = "SSHKRL\n\0".getBytes(StandardCharsets.US_ASCII);

    private static final int VERSION = 1;

    private final Set<ByteBuffer> keys = new HashSet<>();
    private final Set<ByteBuffer> sha1 = new HashSet<>();
    private final Set<ByteBuffer> sha256 = new HashSet<>();
    private final List<Certificates> certificates = new ArrayList<>();

    private RevocationList() {}

    /** Certificates of one authority, or of any. */
    private static final class Certificates {

        private final byte[] authority;
        private final List<Serials> serials = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        Certificates(byte[] authority) {
            this.authority = authority;
        }

        boolean contain(KeyCertificate certificate) {
            boolean ours = authority.length == 0 || Arrays.equals(authority, certificate.authority());
            long serial = certificate.details().serial();
            // Serial number 0 stands for none.
            return ours
                    && (ids.contains(certificate.details().id())
                            || (serial != 0 && serials.stream().anyMatch(some -> some.contain(serial))));
        }
    }

    /** Unsigned numbers. */
    private interface Serials {
        boolean contain(long serial);
    }

    static boolean isOne(byte[] content) {
        return content.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(content, MAGIC.length), MAGIC);
    }

    static RevocationList parse(byte[] content) throws IOException {
        RevocationList list = new RevocationList();
        try {
            list.read(ByteBuffer.wrap(content));
            return list;
        } catch (RuntimeException e) {
            throw new IOException("malformed", e);
        }
    }

    private void read(ByteBuffer from) throws IOException {
        from.position(MAGIC.length);
        if (from.getInt() != VERSION) {
            throw new IOException("of a version that rwtui does not know");
        }
        from.getLong(); // its own number
        from.getLong(); // its date
        from.getLong(); // flags
        Base64Key.string(from); // reserved
        Base64Key.string(from); // a comment
        while (from.hasRemaining()) {
            section(from.get(), ByteBuffer.wrap(Base64Key.string(from)));
        }
    }

    private void section(int kind, ByteBuffer data) throws IOException {
        switch (kind) {
            case 1 -> certificates(data);
            case 2 -> all(data, keys);
            case 3 -> all(data, sha1);
            case 5 -> all(data, sha256);
            case 4 -> {
                // A signature.
            }
            default -> throw new IOException("it has a section that rwtui does not know");
        }
    }

    private static void all(ByteBuffer data, Set<ByteBuffer> into) {
        while (data.hasRemaining()) {
            into.add(ByteBuffer.wrap(Base64Key.string(data)));
        }
    }

    private void certificates(ByteBuffer data) throws IOException {
        Certificates some = new Certificates(Base64Key.string(data));
        Base64Key.string(data); // reserved
        while (data.hasRemaining()) {
            int kind = data.get();
            ByteBuffer numbers = ByteBuffer.wrap(Base64Key.string(data));
            switch (kind) {
                case 0x20 -> serials(numbers, some);
                case 0x21 -> range(numbers.getLong(), numbers.getLong(), some);
                case 0x22 -> bits(numbers.getLong(), new BigInteger(1, Base64Key.string(numbers)), some);
                case 0x23 -> ids(numbers, some);
                default -> throw new IOException("it has a section that rwtui does not know");
            }
        }
        certificates.add(some);
    }

    private static void serials(ByteBuffer numbers, Certificates into) {
        Set<Long> serials = new HashSet<>();
        while (numbers.hasRemaining()) {
            serials.add(numbers.getLong());
        }
        into.serials.add(serials::contains);
    }

    private static void range(long low, long high, Certificates into) {
        into.serials.add(serial -> Long.compareUnsigned(low, serial) <= 0 && Long.compareUnsigned(serial, high) <= 0);
    }

    private static void bits(long first, BigInteger bits, Certificates into) {
        into.serials.add(serial -> {
            long place = serial - first;
            return Long.compareUnsigned(place, bits.bitLength()) < 0 && bits.testBit((int) place);
        });
    }

    private static void ids(ByteBuffer names, Certificates into) {
        while (names.hasRemaining()) {
            into.ids.add(new String(Base64Key.string(names), StandardCharsets.UTF_8));
        }
    }

    @Override
    public boolean contain(byte[] blob) {
        return KeyCertificate.parse(blob)
                .map(certificate -> holds(certificate.key())
                        || holds(certificate.authority())
                        || certificates.stream().anyMatch(some -> some.contain(certificate)))
                .orElseGet(() -> holds(blob));
    }

    private boolean holds(byte[] key) {
        return keys.contains(ByteBuffer.wrap(key))
                || sha1.contains(digest("SHA-1", key))
                || sha256.contains(digest("SHA-256", key));
    }

    private static ByteBuffer digest(String algorithm, byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance(algorithm).digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
