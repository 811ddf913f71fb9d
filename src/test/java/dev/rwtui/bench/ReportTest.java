package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ReportTest {

    @Test
    void theTableIsReplacedAndTheRestOfThePageKept() {
        String page = "# Page\n" + Report.BEGIN + "old\n" + Report.END + "how\n";

        String written = Report.with(page, "new\n");

        assertThat(written).isEqualTo("# Page\n" + Report.BEGIN + "new\n" + Report.END + "how\n");
    }

    @Test
    void aPageWithoutAPlaceForItIsNotTouched() {
        assertThatThrownBy(() -> Report.with("# Page\n", "new\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsAreChosenByTheirWords() {
        assertThat(Benchmarks.chosen("start, enter")).containsExactly(Part.START, Part.ENTER);
        assertThat(Benchmarks.chosen("")).containsExactly(Part.values());
        assertThatThrownBy(() -> Benchmarks.chosen("speed")).hasMessageContaining("speed");
    }
}
