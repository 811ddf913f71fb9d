package dev.rwtui.ssh.hostkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and revocation lists that somebody has made up. */
final class KeyCertificateTest {

    private static final byte[] TYPE = ("ssh-ed25519" + KeyCertificate.SUFFIX).getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 5})
    void aLengthThatIsALieCostsNothing(int length) {
        byte[] certificate = ByteBuffer.allocate(4 + TYPE.length + 4 + 4)
                .putInt(TYPE.length)
                .put(TYPE)
                .putInt(length)
                .array();
        byte[] list = ByteBuffer.allocate(8 + 4 + 24 + 4 + 3)
                .put("SSHKRL\n\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(1)
                .putLong(0)
                .putLong(0)
                .putLong(0)
                .putInt(length)
                .array();

        assertThat(Base64Key.isKey(certificate)).isTrue();
        assertThat(KeyCertificate.parse(certificate)).isEmpty();
        assertThatThrownBy(() -> RevocationList.parse(list)).isInstanceOf(IOException.class);
    }
}
