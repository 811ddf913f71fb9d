package dev.rwtui.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.HostAlias;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.testing.Git;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A repository's mapping to hosts, beside everything else in its configuration. */
final class MappingsIT {

    private static final HostAlias GPU = new HostAlias("gpu");

    @TempDir
    Path home;

    private Git git;
    private Path config;
    private Mappings mappings;

    @BeforeEach
    void aRepository() throws Exception {
        git = Git.with(home);
        git.says(home, "init", "-q", "vision");
        config = home.resolve("vision/.git/config");
        mappings = LocalRepository.find(home.resolve("vision"), new Surroundings(Map.of(), home))
                .orElseThrow()
                .mappings();
    }

    @Test
    void whatIsForgottenLeavesNothing() throws Exception {
        byte[] before = Files.readAllBytes(config);

        mappings.remember(GPU, "~/code/vision");
        mappings.choose(GPU, "/opt/envs/my env/bin/python");

        assertThat(mappings.read(GPU))
                .isEqualTo(new Mapping(Optional.of("~/code/vision"), Optional.of("/opt/envs/my env/bin/python")));
        assertThat(mappings.read(new HostAlias("GPU"))).isEqualTo(Mapping.NONE);
        mappings.forget(GPU);
        assertThat(mappings.read(GPU)).isEqualTo(Mapping.NONE);
        assertThat(config).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gpu", "GPU07.eng.cam.ac.uk", "a \"b\" c", "back\\slash", "user@host:22", "x y#z;", "\u00fc"})
    void gitFindsThemByTheHostsName(String alias) throws Exception {
        mappings.remember(new HostAlias(alias), "/data/x");

        assertThat(git.says(home.resolve("vision"), "config", "--get", "rwtui." + alias + ".path"))
                .isEqualTo("/data/x");
        git.says(home.resolve("vision"), "config", "rwtui." + alias + ".interpreter", "/usr/bin/python3");
        assertThat(mappings.read(new HostAlias(alias)).interpreter()).contains("/usr/bin/python3");
    }

    @Test
    void anIncludedFileIsReadAndNeverWritten() throws Exception {
        Path shared = Files.writeString(home.resolve("shared"), "[rwtui \"gpu\"]\n\tpath = ~/shared\n");
        git.says(home.resolve("vision"), "config", "include.path", "../../shared");

        assertThat(mappings.read(GPU).path()).contains("~/shared");
        mappings.remember(GPU, "~/mine");

        assertThat(mappings.read(GPU).path()).contains("~/mine");
        assertThat(shared).hasContent("[rwtui \"gpu\"]\n\tpath = ~/shared\n");
    }

    @Test
    void whileGitHoldsTheLockNothingIsWritten() throws Exception {
        Path lock = Files.createFile(config.resolveSibling("config.lock"));

        assertThat(git.run(home.resolve("vision"), "config", "a.b", "c").status())
                .isNotZero();
        assertThatThrownBy(() -> mappings.remember(GPU, "~/x"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(lock + " is there since");
        assertThat(lock).exists();
    }
}
