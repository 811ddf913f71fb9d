package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleSessionsTest {

    @Test
    void whatWasThereBeforeDoesNotCount() throws IOException {
        IdleSessions.Each each = IdleSessions.Each.of(List.of("1000.5 50000.0", "11000.5 70000.0"), 10);

        assertThat(each).isEqualTo(new IdleSessions.Each(1000, 2000));
    }

    @Test
    void halfOfTheFiguresIsNone() {
        assertThatThrownBy(() -> IdleSessions.Each.of(List.of("1000.5 50000.0"), 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1000.5");
    }
}
