package dev.rwtui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.command.KeyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README says that the program knows too. */
final class ReadmeTest {

    @Test
    void theKeyTableIsTheProgramsOwn() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        String table = readme.substring(readme.indexOf("<!-- keys -->") + 13, readme.indexOf("<!-- /keys -->"));

        assertThat(table.strip()).isEqualTo(KeyTable.markdown().strip());
    }

    @Test
    void everyFileThatItPointsToIsThere() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(readme).contains("screenshots/tunnels-120x36.png").contains(".github/BENCHMARKS.md");
        assertThat(Path.of("screenshots/tunnels-120x36.png")).exists();
        assertThat(Path.of(".github/BENCHMARKS.md")).exists();
    }
}
