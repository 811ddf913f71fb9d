package dev.rwtui.repo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingTest {

    private static Optional<String> absolute(String path, Optional<String> home) {
        return new Mapping(Optional.of(path), Optional.empty()).absolutePath(home);
    }

    @ParameterizedTest
    @CsvSource({
        "/code/x, /home/u, /code/x",
        "~, /home/u, /home/u",
        "~/code/x, /home/u, /home/u/code/x",
        "~/code/x, /home/u/, /home/u/code/x",
        "~/code/x, /, /code/x",
        "~, /, /",
    })
    void aPathBelowTheHomeIsOneFromTheRoot(String path, String home, String absolute) {
        assertThat(absolute(path, Optional.of(home))).contains(absolute);
    }

    @ParameterizedTest
    @CsvSource({"~other/x", "~x", "code/x"})
    void whatIsNoPathBelowThisHomeIsNotGuessed(String path) {
        assertThat(absolute(path, Optional.of("/home/u"))).isEmpty();
    }

    @Test
    void withoutAHomeOnlyWhatBeginsAtTheRootIsKnown() {
        assertThat(absolute("~/x", Optional.empty())).isEmpty();
        assertThat(absolute("/x", Optional.empty())).contains("/x");
        assertThat(Mapping.NONE.absolutePath(Optional.of("/home/u"))).isEmpty();
    }
}
