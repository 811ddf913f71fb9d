package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairsTest {

    @Test
    void theyAreMeasuredInTurnsAfterOneThatDoesNotCount() throws Exception {
        List<String> order = new ArrayList<>();

        Pairs pairs = Pairs.measure(Figures.Unit.MILLISECONDS, () -> figure(order, "a"), () -> figure(order, "b"));

        assertThat(String.join("", order)).isEqualTo("ab" + "abbaabbaabbaab");
        assertThat(pairs.ours().values()).hasSize(Pairs.COUNT).doesNotContain(1.0);
    }

    private static double figure(List<String> order, String who) {
        order.add(who);
        return order.size();
    }
}
