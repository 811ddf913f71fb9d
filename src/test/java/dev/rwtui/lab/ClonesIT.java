package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Git;
import dev.rwtui.testing.LabExtension;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The repositories of the demo, as this machine's git sees them. */
final class ClonesIT {

    @RegisterExtension
    final LabExtension fixture = new LabExtension();

    @TempDir
    Path directory;

    @TempDir
    Path home;

    @Test
    void eachHostIsInAnotherState() throws Exception {
        Path root = made();

        String newest = git(root.resolve("here/vision"), "rev-parse", "HEAD");
        assertThat(git(root.resolve("here/vision"), "status", "-sb")).isEqualTo("## main...origin/main");
        assertThat(git(clone("direwolf"), "rev-parse", "HEAD")).isEqualTo(git(clone("gpu09"), "rev-parse", "HEAD~1"));
        assertThat(git(clone("direwolf"), "status", "-s").lines())
                .containsExactly(" M vision/train.py", "?? notes.txt", "?? vision/measure.py");
        assertThat(git(clone("gpu08"), "rev-parse", "HEAD~1")).isEqualTo(newest);
        assertThat(git(clone("gpu08"), "status", "-sb")).isEqualTo("## main...origin/main [ahead 1]");
        assertThat(git(clone("gpu09"), "rev-parse", "HEAD")).isEqualTo(newest);
        assertThat(git(clone("gpu09"), "status", "-sb")).isEqualTo("## main...origin/main");
        assertThat(clone("cued")).doesNotExist();
    }

    @Test
    void uploadedFilesEqualTheCommitThatComes() throws Exception {
        made();
        git(clone("direwolf"), "fetch", "-q");

        for (String name : List.of("vision/train.py", "vision/measure.py")) {
            assertThat(git(clone("direwolf"), "hash-object", name))
                    .isEqualTo(git(clone("direwolf"), "rev-parse", "origin/main:" + name));
        }
    }

    @Test
    void theMappingLeadsToEachHostThatLetsOneIn() throws Exception {
        Path here = made().resolve("here/vision");

        assertThat(git(here, "config", "--get-regexp", "^rwtui").lines())
                .containsExactly(
                        "rwtui.cued.path ~/code/vision",
                        "rwtui.direwolf.path ~/code/vision",
                        "rwtui.gpu08.path ~/code/vision",
                        "rwtui.gpu09.path ~/code/vision");
    }

    /** A git that went on would write into what is being deleted. */
    @Test
    void closingWhileTheyAreMadeLeavesNothing() throws Exception {
        fixture.lab().makeRepositories();

        fixture.lab().close();

        assertThat(fixture.lab().directory()).doesNotExist();
    }

    @Test
    void withoutGitTheMakingSaysSo() throws Exception {
        assertThat(new Clones(directory).script(directory.toString())).isEqualTo(127);
    }

    @Test
    void whereGitFailsRepositoriesWithoutACommitStandIn() throws Exception {
        // What git is to make is taken by a file.
        Files.writeString(directory.resolve("origin"), "");

        new Clones(directory).make();

        assertThat(git(directory.resolve("here/vision"), "status", "-sb")).isEqualTo("## No commits yet on main");
        assertThat(git(directory.resolve("home-direwolf/code/vision"), "remote", "get-url", "origin"))
                .isEqualTo(directory.resolve("origin/vision.git").toString());
    }

    private Path made() throws Exception {
        fixture.lab().makeRepositories();
        Waiting.until(() -> Files.exists(fixture.lab().checkout()));
        return fixture.lab().directory();
    }

    private Path clone(String host) {
        return fixture.lab().directory().resolve("home-" + host + "/code/vision");
    }

    private String git(Path place, String... words) throws IOException, InterruptedException {
        return Git.with(home).says(place, words);
    }
}
