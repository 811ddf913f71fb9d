package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.rwtui.base.Secret;
import dev.rwtui.ssh.Connector.Carrier;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.ssh.jsch.SessionRig.Trial;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.testing.SshdLab;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person has typed is in no object of this process any more once it was used: looked for in a dump of the heap. */
@Timeout(120)
final class SecretsIT {

    private static final int LENGTH = 24;

    /** What is looked for is kept under a mask, else it would find itself. */
    private static final int MASK = 0x55;

    private final SessionRig rig = new SessionRig();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        rig.close();
    }

    private static byte[] masked() {
        byte[] masked = new byte[LENGTH];
        Random random = new Random();
        for (int i = 0; i < LENGTH; i++) {
            masked[i] = (byte) ((random.nextInt(26) + 'a') ^ MASK);
        }
        return masked;
    }

    private static char[] unmasked(byte[] masked) {
        char[] secret = new char[masked.length];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (char) (masked[i] ^ MASK);
        }
        return secret;
    }

    private static Answer typed(byte[] masked) {
        return new Answer.Typed(List.of(Secret.owning(unmasked(masked))));
    }

    @Test
    void aPassphraseIsForgottenOnceTheKeyHasSigned() throws Exception {
        byte[] passphrase = masked();
        try (SshdLab lab = SshdLab.create()) {
            lab.start("host");
            Path key = lab.key("sealed", "ed25519", new String(unmasked(passphrase)), "-a", "1");
            lab.authorize(key);
            Trial trial = new Trial().answering(ask -> typed(passphrase));

            SshSession session = rig.connect(Host.in(lab, "host").identity(key.toString()), new Carrier.Tcp(), trial);

            assertThat(trial.asked).hasSize(1);
            assertThat(session.isOpen()).isTrue();
            assertThat(found(passphrase)).isZero();
        }
    }

    /** That it would be found. */
    @Test
    void theSearchFindsWhatIsThere() throws Exception {
        byte[] kept = masked();
        char[] held = unmasked(kept);

        assertThat(found(kept)).isEqualTo(1);
        assertThat(held).hasSize(LENGTH);
    }

    /** How many live objects hold it, as characters of one byte or of two. */
    private long found(byte[] masked) throws IOException {
        Path dump = directory.resolve("heap.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        try {
            return occurrences(dump, masked, 1) + occurrences(dump, masked, 2);
        } finally {
            Files.delete(dump);
        }
    }

    /** Dumps have numbers in network order: the second byte of a character is the one that counts. */
    private static long occurrences(Path dump, byte[] masked, int width) throws IOException {
        byte[] window = new byte[masked.length * width];
        long count = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
            int at = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                window[at] = (byte) next;
                at = (at + 1) % window.length;
                if ((next ^ MASK) == (masked[masked.length - 1] & 0xff) && holds(window, at, masked, width)) {
                    count++;
                }
            }
        }
        Arrays.fill(window, (byte) 0);
        return count;
    }

    private static boolean holds(byte[] ring, int begin, byte[] masked, int width) {
        for (int i = 0; i < masked.length; i++) {
            int at = (begin + i * width + width - 1) % ring.length;
            if ((ring[at] ^ MASK) != masked[i]) {
                return false;
            }
        }
        return true;
    }
}
