package dev.rwtui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitConfigTest {

    private static final ConfigKey KEY = ConfigKey.of("a", "b");

    @TempDir
    Path directory;

    private Path home;
    private Path file;
    private GitConfig.Scope scope;

    @BeforeEach
    void aHomeAndARepository() throws IOException {
        home = Files.createDirectories(directory.toRealPath().resolve("home"));
        file = home.resolve("config");
        Path gitDirectory = Files.createDirectories(home.resolve("work/Vision/.git"));
        scope = new GitConfig.Scope(home, Optional.of(gitDirectory), Optional.of("topic/x"));
        Files.writeString(home.resolve("other"), "[a]\n\tb = other\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [include]                           | other
            [Include]                           | other
            [includeIf "gitdir:~/work/"]        | other
            [includeIf "gitdir:~/work/**"]      | other
            [includeIf "gitdir:work/"]          | other
            [includeIf "gitdir:./work/"]        | other
            [includeIf "gitdir:Vision/.git"]    | other
            [includeIf "gitdir:~/*/Vision/.git"]| other
            [includeIf "gitdir/i:~/WORK/"]      | other
            [includeIf "onbranch:topic/"]       | other
            [includeIf "onbranch:topic/?"]      | other
            [includeIf "gitdir:~/work"]         | first
            [includeIf "gitdir:~/WORK/"]        | first
            [includeIf "gitdir:~/*/.git"]       | first
            [includeIf "onbranch:topic"]        | first
            [includeIf "nothing:known"]         | first
            """)
    void anIncludeCountsWhereItStands(String header, String value) throws IOException, ConfigException {
        Files.writeString(file, "[a]\n\tb = first\n" + header + "\n\tpath = other\n");

        assertThat(value()).contains(value);
    }

    @Test
    void whatFollowsAnIncludeIsStronger() throws IOException, ConfigException {
        Files.writeString(file, "[include]\n\tpath = ~/other\n\tpath = gone\n[a]\n\tb = last\n");

        assertThat(value()).contains("last");
        assertThat(GitConfig.of(file, scope).all(KEY)).hasSize(2);
    }

    @Test
    void aFileThatIncludesItselfIsSaid() throws IOException {
        Files.writeString(file, "[include]\n\tpath = config\n");

        assertThatThrownBy(this::value).hasMessageContaining(file + ":2: include.path includes more than 10");
    }

    @Test
    void aFaultInAnIncludedFileIsLocatedThere() throws IOException {
        Files.writeString(file, "[include]\n\tpath = other\n");
        Files.writeString(home.resolve("other"), "\n[a\n");

        assertThatThrownBy(this::value).hasMessageStartingWith(home.resolve("other") + ":2: ");
    }

    @Test
    void theUsersFilesAreReadInGitsOrder() throws IOException, ConfigException {
        Path xdg = directory.resolve("xdg");
        Files.writeString(Files.createDirectories(xdg.resolve("git")).resolve("config"), "[a]\n\tb = xdg\n");
        Path system = Files.writeString(directory.resolve("system"), "[a]\n\tb = system\n");
        Surroundings surroundings = new Surroundings(
                Map.of("XDG_CONFIG_HOME", xdg.toString(), "GIT_CONFIG_SYSTEM", system.toString()), home);
        Files.writeString(home.resolve(".gitconfig"), "[a]\n\tb = home\n");
        Files.writeString(file, "[a]\n\tb = repository\n");

        assertThat(GitConfig.of(surroundings, scope, List.of(file)).all(KEY))
                .extracting(entry -> entry.value().orElseThrow())
                .containsExactly("system", "xdg", "home", "repository");
    }

    private Optional<String> value() throws ConfigException {
        return GitConfig.of(file, scope).last(KEY).flatMap(ConfigEntry::value);
    }
}
