package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A private key in a file. The server is asked first whether it would take the key; only then, at the first signature, is
 * the passphrase asked for.
 */
final class FileIdentity extends SigningIdentity {

    private final JSch jsch;
    private final String file;
    private final byte[] content;
    private final Interview interview;

    FileIdentity(JSch jsch, String file, byte[] content, byte[] publicKey, Interview interview) {
        super(publicKey, file);
        this.jsch = jsch;
        this.file = file;
        this.content = content;
        this.interview = interview;
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data, String algorithm) {
        Optional<String> fault = KeyFile.fault(Path.of(file));
        if (fault.isPresent()) {
            interview.note(file + " is not used: " + fault.get());
            return null;
        }
        try {
            KeyPair pair = KeyPair.load(jsch, content.clone(), null);
            try {
                return unlock(pair, file, interview) ? pair.getSignature(data, algorithm) : null;
            } finally {
                pair.dispose();
            }
        } catch (JSchException | RuntimeException e) {
            interview.note(file + " cannot sign: " + Failures.words(e)); // Malformed, or only a public key.
            return null;
        }
    }

    /** Asks until the passphrase fits, as often as the configuration allows; false means that this key is out. */
    static boolean unlock(KeyPair pair, String file, Interview interview) {
        if (!pair.isEncrypted()) {
            return true;
        }
        for (int i = 0; i < interview.tries(); i++) {
            Optional<Boolean> fits = interview.secret(
                    "passphrase of " + file, "Passphrase for key " + file, typed -> decrypt(pair, typed));
            if (fits.isEmpty()) {
                return false;
            }
            if (fits.get()) {
                return true;
            }
        }
        return false;
    }

    private static boolean decrypt(KeyPair pair, char[] typed) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
        byte[] passphrase = new byte[encoded.remaining()];
        encoded.get(passphrase);
        try {
            return pair.decrypt(passphrase);
        } finally {
            Arrays.fill(passphrase, (byte) 0);
            wipe(encoded);
        }
    }

    private static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }

    @Override
    public void clear() {
        Arrays.fill(content, (byte) 0);
    }
}
