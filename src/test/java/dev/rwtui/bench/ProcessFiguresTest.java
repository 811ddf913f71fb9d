package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProcessFiguresTest {

    @Test
    void userAndSystemTimeAreAdded() {
        String stat = "42 (a) b) S 1 42 42 34816 42 4194304 7000 0 3 0 250 31 0 0 20 0 18 0 99 0 0";

        assertThat(ProcessFigures.ticks(stat)).isEqualTo(281);
    }

    @Test
    void aSizeIsReadFromItsLine() throws IOException {
        List<String> status = List.of("VmHWM:\t  99 kB", "VmRSS:\t   1234 kB", "RssAnon:\t 1 kB");

        assertThat(ProcessFigures.kibibytes("VmRSS:", status)).isEqualTo(1234);
        assertThat(ProcessFigures.kibibytes("Pss:", List.of("Rss:   7 kB", "Pss:    42 kB", "Pss_Dirty:  9 kB")))
                .isEqualTo(42);
    }

    @Test
    void aProcessThatHasEndedHasNoSize() {
        assertThatThrownBy(() -> ProcessFigures.kibibytes("VmRSS:", List.of("State:\tZ (zombie)")))
                .isInstanceOf(IOException.class);
    }
}
