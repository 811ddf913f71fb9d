package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {

    @TempDir
    private Path directory;

    /** Half a surrogate pair has no bytes in any locale, as an accented letter has none in the POSIX one. */
    @ParameterizedTest
    @ValueSource(strings = {"/\ud800", "/\ud800/*", "/*/\ud800", "/\ud800*", "/\ud800/"})
    void aNameThatTheLocaleCannotWriteMatchesNothing(String pattern) {
        assertThat(new Glob(directory + pattern).paths()).isEmpty();
    }
}
