package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumericAddressTest {

    /** RFC 5952, and getnameinfo(3). */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:0:0:0:0:0:1, 2001:db8::1",
        "2001:DB8::1, 2001:db8::1",
        "::1, ::1",
        "fe80:0:0:0:1:0:0:2, fe80::1:0:0:2",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1"
    })
    void anAddressIsWrittenAsSshRecordsIt(String address, String text) throws Exception {
        assertThat(NumericAddress.text(InetAddress.getByName(address))).isEqualTo(text);
    }
}
