package dev.rwtui.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which addresses a forward listens on; names are left out, since they would need a resolver. */
final class SpotTest {

    @Test
    void withoutAnAddressItIsLoopback() throws IOException {
        List<Spot> silent = Spot.of(Optional.empty(), 6006);
        List<Spot> named = Spot.of(Optional.of("localhost"), 6006);

        assertThat(silent).isEqualTo(named);
        assertThat(silent.get(0).shown()).isEqualTo("127.0.0.1:6006");
        assertThat(silent).extracting(spot -> spot.address().getAddress()).allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void anAsteriskAndAnEmptyWordAreEveryInterface() throws IOException {
        List<Spot> asterisk = Spot.of(Optional.of("*"), 80);
        List<Spot> empty = Spot.of(Optional.of(""), 80);

        assertThat(asterisk).isEqualTo(empty).hasSize(1);
        assertThat(asterisk.get(0).address().getAddress().isAnyLocalAddress()).isTrue();
    }

    @Test
    void addressesAreShownAsTheyAreWritten() throws IOException {
        assertThat(List.of(shown("0.0.0.0"), shown("::"), shown("::1"), shown("127.0.0.2")))
                .containsExactly("0.0.0.0:80", "[::]:80", "[::1]:80", "127.0.0.2:80");
    }

    @Test
    void aWildcardCollidesWithWhatItCovers() throws IOException {
        Spot four = spot("0.0.0.0");
        Spot six = spot("::");

        assertThat(four.collidesWith(spot("127.0.0.2"))).isTrue();
        assertThat(four.collidesWith(spot("::1"))).isFalse();
        assertThat(spot("127.0.0.2").collidesWith(six)).isTrue();
        assertThat(spot("127.0.0.1").collidesWith(spot("127.0.0.2"))).isFalse();
        assertThat(spot("127.0.0.1").collidesWith(spot("127.0.0.1"))).isTrue();
        assertThat(spot("127.0.0.1").collidesWith(spot("127.0.0.1").at(81))).isFalse();
    }

    @Test
    void nobodyElsesMachineIsAsked() throws IOException {
        assertThat(spot("192.0.2.1").asked()).isEmpty();
        assertThat(spot("127.0.0.2").asked()).hasSize(1);
    }

    @Test
    void onlyTheSixthFamilyIsLetInWhereItWasAskedFor() throws IOException {
        InetAddress four = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});

        assertThat(spot("::").serves(four)).isFalse();
        assertThat(spot("0.0.0.0").serves(four)).isTrue();
    }

    private static Spot spot(String bind) throws IOException {
        return Spot.of(Optional.of(bind), 80).get(0);
    }

    private static String shown(String bind) throws IOException {
        return spot(bind).shown();
    }
}
