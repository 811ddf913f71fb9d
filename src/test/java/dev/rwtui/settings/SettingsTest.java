package dev.rwtui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

    private static final ConfigKey KEY = ConfigKey.of("tunnels", "Web.1", "openBrowser");

    @TempDir
    Path home;

    private Settings settings;

    @BeforeEach
    void noSettings() {
        settings = Settings.of(new Surroundings(Map.of(), home));
    }

    @Test
    void thereAreNoneAtFirstAndReadingMakesNone() throws ConfigException {
        assertThat(settings.get(KEY)).isEmpty();
        settings.unset(KEY);

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatIsPutIsReadAndCanBeUnset() throws ConfigException, IOException {
        settings.put(KEY, "yes");

        assertThat(settings.get(KEY).orElseThrow().flag()).isTrue();
        assertThat(Files.readString(home.resolve(".config/rwtui/config")))
                .isEqualTo("[tunnels \"Web.1\"]\n\topenBrowser = yes\n");
        settings.unset(KEY);
        assertThat(settings.list().entries()).isEmpty();
    }

    @Test
    void anIncludedFileIsReadAndNeverWritten() throws ConfigException, IOException {
        Path mine = Files.createDirectories(home.resolve(".config/rwtui")).resolve("config");
        Path shared = Files.writeString(home.resolve("shared"), "[tunnels \"Web.1\"]\n\topenBrowser = no\n");
        Files.writeString(mine, "[include]\n\tpath = ~/shared\n[unknown]\n\tkept = 1\n");

        assertThat(settings.get(KEY).flatMap(ConfigEntry::value)).contains("no");
        settings.put(KEY, "yes");
        settings.unset(ConfigKey.of("unknown", "other"));

        assertThat(settings.get(KEY).flatMap(ConfigEntry::value)).contains("yes");
        assertThat(shared).hasContent("[tunnels \"Web.1\"]\n\topenBrowser = no\n");
        assertThat(mine)
                .hasContent(
                        "[include]\n\tpath = ~/shared\n[unknown]\n\tkept = 1\n[tunnels \"Web.1\"]\n\topenBrowser = yes\n");
    }

    @Test
    void aMalformedFileIsSaidWithItsPlace() throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".config/rwtui")).resolve("config"), "[a]\n= b\n");

        assertThatThrownBy(() -> settings.get(KEY)).hasMessageStartingWith(settings.path() + ":2: ");
        assertThatThrownBy(() -> settings.put(KEY, "x")).hasMessageStartingWith(settings.path() + ":2: ");
        assertThat(settings.path()).hasContent("[a]\n= b\n");
    }

    @Test
    void aRelativeConfigHomeIsIgnored() {
        Surroundings relative = new Surroundings(Map.of("XDG_CONFIG_HOME", "x"), home);
        Surroundings absolute = new Surroundings(Map.of("XDG_CONFIG_HOME", "/x"), home);

        assertThat(Settings.of(relative).path()).isEqualTo(home.resolve(".config/rwtui/config"));
        assertThat(Optional.of(Settings.of(absolute).path())).contains(Path.of("/x/rwtui/config"));
    }
}
