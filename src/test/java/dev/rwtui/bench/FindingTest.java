package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FindingTest {

    private static final Figures SLOW = milliseconds(300, 100, 200);
    private static final Figures FAST = milliseconds(90, 110, 100);

    @Test
    void theRowHasMediansRangesRatioAndVerdict() {
        Finding finding = new Finding("Enter", Optional.of(Goal.noSlower()), SLOW, Optional.of(FAST));

        assertThat(finding.row())
                .isEqualTo("| Enter | no slower than ssh | 200 ms (100–300) | 100 ms (90–110) | 2.00 | **missed** |");
    }

    @Test
    void halfTheTimeIsMetAtExactlyHalf() {
        Finding finding = new Finding("Enter", Optional.of(Goal.halfTheTime()), FAST, Optional.of(SLOW));

        assertThat(finding.row()).endsWith("| 0.50 | met |");
    }

    @Test
    void aThirdIsMetAtExactlyAThirdAndACountHasNoUnit() {
        Figures ours = new Figures(Figures.Unit.COUNT, List.of(1.0));
        Figures theirs = new Figures(Figures.Unit.COUNT, List.of(3.0));

        Finding finding = new Finding("logins", Optional.of(Goal.aThird()), ours, Optional.of(theirs));

        assertThat(finding.row()).isEqualTo("| logins | at most a third of ssh's | 1 | 3 | 0.33 | met |");
    }

    @Test
    void aSingleFigureWithoutGoalOrPeerIsOnlyReported() {
        Finding finding = Finding.alone("memory", Goal.none(), new Figures(Figures.Unit.MEGABYTES, List.of(99.94)));

        assertThat(finding.row()).isEqualTo("| memory | – | 99.9 MB | – | – | – |");
    }

    @Test
    void underExcludesTheLimit() {
        Figures atTheLimit = new Figures(Figures.Unit.PERCENT_OF_A_CORE, List.of(0.5));

        Finding finding = Finding.alone("idle", Optional.of(Goal.under(0.5, atTheLimit.unit())), atTheLimit);

        assertThat(finding.row()).isEqualTo("| idle | under 0.50 % | 0.50 % | – | – | **missed** |");
    }

    private static Figures milliseconds(double... values) {
        return new Figures(
                Figures.Unit.MILLISECONDS,
                java.util.Arrays.stream(values).boxed().toList());
    }
}
