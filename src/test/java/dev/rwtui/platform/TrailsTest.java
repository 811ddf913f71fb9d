package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrailsTest {

    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void aHomeWithoutLinksOnTheWay() throws IOException {
        home = temporary.toRealPath();
    }

    private Trails of(String... paths) {
        return Trails.of(new Watched(
                Set.of(paths).stream().collect(Collectors.toMap(p -> home + p, p -> "")), Map.of()));
    }

    private Trails ofGlob(String pattern) {
        return Trails.of(new Watched(Map.of(), Map.of(home + pattern, List.of())));
    }

    /** {@code directory: names}, the home being {@code ~}. */
    private Set<String> decided(Trails trails) {
        return trails.deciding().stream()
                .map(directory -> directory.toString().replace(home.toString(), "~") + ": " + words(trails, directory))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Trails trails, Path directory) {
        Trails.Interest interest = trails.interests().getOrDefault(directory, new Trails.Interest(Set.of(), Set.of()));
        Set<String> words = new TreeSet<>(interest.names());
        words.addAll(interest.patterns());
        return String.join(" ", words);
    }

    @Test
    void theDirectoryOfAFileDecidesAndThoseAboveAreListenedToAsWell() throws IOException {
        Files.createDirectories(home.resolve("me/.ssh"));

        Trails trails = of("/me/.ssh/config", "/me/.ssh/other");

        assertThat(decided(trails)).containsExactly("~/me/.ssh: config other");
        assertThat(trails.interests()).containsKeys(Path.of("/"), home, home.resolve("me"));
        assertThat(words(trails, home.resolve("me"))).isEqualTo(".ssh");
    }

    @Test
    void whereADirectoryIsMissingTheNearestOneDecides() throws IOException {
        Files.createDirectories(home.resolve("me"));

        assertThat(decided(of("/me/.ssh/config.d/work"))).containsExactly("~/me: .ssh");
    }

    @Test
    void everyLinkOfAChainAndItsTargetDecide() throws IOException {
        for (String directory : List.of("me/.ssh", "dotfiles", "store/v1")) {
            Files.createDirectories(home.resolve(directory));
        }
        Files.createSymbolicLink(home.resolve("me/.ssh/config"), Path.of("../../dotfiles/ssh_config"));
        Files.createSymbolicLink(home.resolve("dotfiles/ssh_config"), home.resolve("current/config"));
        Files.createSymbolicLink(home.resolve("current"), Path.of("store/v1"));

        assertThat(decided(of("/me/.ssh/config")))
                .containsExactly(
                        "~/dotfiles: ssh_config",
                        "~/me/.ssh: config",
                        "~/store/v1: config",
                        "~: current dotfiles me store");
    }

    @Test
    void aLinkThatLeadsInACircleEnds() throws IOException {
        Files.createSymbolicLink(home.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(home.resolve("b"), Path.of("a"));

        assertThat(decided(of("/a"))).containsExactly("~: a b");
    }

    @Test
    void aPatternIsListenedForInTheDirectoryAndInThoseThatItMatches() throws IOException {
        Files.createDirectories(home.resolve("d/one"));
        Files.createDirectories(home.resolve("d/two"));
        Files.createFile(home.resolve("d/file"));

        assertThat(decided(ofGlob("/d/*.conf"))).containsExactly("~/d: *.conf");
        assertThat(decided(ofGlob("/d/*o*/x?"))).containsExactly("~/d/one: x?", "~/d/two: x?", "~/d: *o* one two");
        assertThat(decided(ofGlob("/gone/*"))).containsExactly("~: gone");
    }

    @Test
    void otherNamesInADirectoryAreOfNoInterest() {
        Trails.Interest interest = new Trails.Interest(Set.of("config"), Set.of("*.conf", "["));

        assertThat(interest.isIn("config")).isTrue();
        assertThat(interest.isIn("work.conf")).isTrue();
        assertThat(interest.isIn("known_hosts")).isFalse();
        assertThat(interest.isIn(".config.swp")).isFalse();
    }

    @Test
    void namesThatNoFileCanHaveLeadNowhere() {
        Trails trails = Trails.of(new Watched(Map.of("/a\0b", ""), Map.of("/c\0d/*", List.of())));

        assertThat(trails.deciding()).isEmpty();
    }
}
