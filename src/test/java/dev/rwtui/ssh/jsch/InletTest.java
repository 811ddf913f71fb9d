package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.FakeTimers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is asked of the carrier at once, which is how much memory a session takes. */
final class InletTest {

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void aPeerThatSaysLittleIsReadInSmallPieces() throws IOException {
        Inlet inlet = new Inlet(new Peer(1000, 100), new FakeTimers());

        assertThat(inlet.readNBytes(1000)).hasSize(1000);

        assertThat(asked).hasSize(10).containsOnly(16 << 10);
    }

    @Test
    void theMoreWaitsTheMoreIsReadAtOnce() throws IOException {
        Inlet inlet = new Inlet(new Peer(2 << 20, 2 << 20), new FakeTimers());

        assertThat(inlet.readNBytes(1 << 20)).hasSize(1 << 20);

        assertThat(asked).startsWith(16 << 10, 32 << 10, 64 << 10, 128 << 10, 256 << 10, 256 << 10);
    }

    @Test
    void noByteIsLostOrChangedWhereTheBufferGrows() throws IOException {
        Inlet inlet = new Inlet(new Peer(1 << 20, 100_000), new FakeTimers());

        byte[] all = inlet.readAllBytes();

        assertThat(all).isEqualTo(Peer.bytes(1 << 20));
        assertThat(inlet.received()).isEqualTo(1 << 20);
    }

    /** Gives as much as is asked for, up to a limit. */
    private final class Peer extends InputStream {
        private final InputStream bytes;
        private final int most;

        Peer(int length, int most) {
            this.bytes = new ByteArrayInputStream(bytes(length));
            this.most = most;
        }

        static byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i % 251);
            }
            return bytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            asked.add(length);
            return bytes.read(target, from, Math.min(length, most));
        }
    }
}
