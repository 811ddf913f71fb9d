package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairsTest {

    @Test
    void theRowHasMediansRangesAndTheirRatio() {
        Pairs pairs = new Pairs(List.of(300.0, 100.0, 200.0), List.of(90.0, 110.0, 100.0));

        String row = pairs.row("download", "MB/s");

        assertThat(row).isEqualTo("| download | 200 MB/s (100–300) | 100 MB/s (90–110) | 2.00 |");
    }

    @Test
    void theyAreMeasuredInTurnsAfterOneThatDoesNotCount() throws Exception {
        List<String> order = new ArrayList<>();

        Pairs pairs = Pairs.measure(() -> figure(order, "a"), () -> figure(order, "b"));

        assertThat(String.join("", order)).isEqualTo("ab" + "abbaabbaabbaab");
        assertThat(pairs.ours()).hasSize(Pairs.COUNT);
    }

    private static double figure(List<String> order, String who) {
        order.add(who);
        return order.size();
    }
}
