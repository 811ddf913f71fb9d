package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsIT {

    @TempDir
    private Path directory;

    private final Programs programs = new Programs(Map.of("PATH", System.getenv("PATH")));

    @Test
    void textArrivesAsItIs() throws IOException {
        Path file = directory.resolve("text");
        String text = "a 'quoted' $(id)\n`x` é";

        assertThat(programs.feed(List.of("dd", "of=" + file), text)).isEmpty();

        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void aFaultIsItsStatus() {
        assertThat(programs.feed(List.of("false"), "")).contains("exit status 1");
        assertThat(programs.start(List.of("false"))).contains("exit status 1");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(programs.has("rwtui-has-no-such-program")).isFalse();
        assertThat(programs.start(List.of("rwtui-has-no-such-program"))).isPresent();
    }
}
