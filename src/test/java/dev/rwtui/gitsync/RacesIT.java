package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.gitsync.model.SyncFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others do in the tree while a git-sync is planned and carried out is seen, and not written over. */
@Timeout(60)
final class RacesIT {

    @TempDir
    Path temporary;

    private Clones clones;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
        clones.pushed("""
                echo new >a.txt; echo four >d.txt; git rm -q src/c.txt; echo log >incoming.log
                mkdir data.log; echo x >data.log/x; echo file >build
                git add -f incoming.log data.log/x build
                """);
        clones.sh(clones.there, """
                cp ../here/a.txt .
                echo mine >src/b.txt
                echo note >notes.txt
                mkdir build; echo o >build/o
                """);
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private SyncFailure stops(PreparedSync prepared) {
        String tree = clones.tree();
        String state = clones.gitState();

        GitSyncException thrown = catchThrowableOfType(GitSyncException.class, () -> clones.carriedOut(prepared));

        assertThat(thrown).as("it was to stop").isNotNull();
        assertThat(thrown.failure().kind()).as(thrown.failure().why()).isEqualTo(SyncFailure.Kind.STOPPED);
        assertThat(clones.sh(clones.there, "find .git -path '*rwtui/*' -o -name index.lock | grep -v refs/ || :"))
                .isEmpty();
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
        return thrown.failure();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo changed >src/c.txt",
                "echo changed >a.txt",
                "echo mine >src/b.txt; git add src/b.txt",
                "rm notes.txt",
                "echo appears >later.txt",
                "echo appears >d.txt",
                "ln -s nowhere d.txt",
                "echo ignored >incoming.log",
                "mkdir incoming.log; echo ignored >incoming.log/x.log",
                "echo ignored >data.log",
                "git init -q data.log",
                "echo ignored >build/later",
                "mkdir build/deep; echo ignored >build/deep/later",
                "git -c user.name=Ada -c user.email=a@example.org commit -q --allow-empty -m more",
                "git checkout -q -b other",
                "git checkout -q --detach",
            })
    void whatChangesAfterThePlanStops(String script) throws GitSyncException {
        PreparedSync prepared = clones.plan();
        clones.sh(clones.there, script);

        assertThat(stops(prepared).why()).contains("no longer as it was planned");
    }

    /** It is kept as it is by then: what a job writes goes on meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "src/b.txt"})
    void whatIsKeptAnywayMayGrowAfterThePlan(String path) throws GitSyncException {
        PreparedSync prepared = clones.plan();
        clones.sh(clones.there, "echo more >>" + path);
        String tree = clones.tree();

        clones.carriedOut(prepared);
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write-tree | echo more >>notes.txt",
                "write-tree | echo more >>src/b.txt",
                "write-tree | echo more >>src/c.txt",
                "write-tree | echo other >a.txt",
                "commit-tree | echo appears >d.txt",
                "commit-tree | echo ignored >incoming.log",
                "commit-tree | echo ignored >data.log",
                "read-tree | echo ignored >build/later",
                "update-ref | echo more >>notes.txt",
            })
    void whatChangesWhileTheBackupIsMadeStops(String command, String script) throws GitSyncException {
        PreparedSync prepared = clones.plan();
        // Git notes times; a second write within the same tick of the clock is found by the size.
        clones.program(
                "git",
                "case \" $* \" in *' " + command + " '*) if [ ! -e " + clones.home + "/once ]; then ( cd "
                        + clones.there + "; : >../once; " + script + " ); fi;; esac\nexec $real \"$@\"\n");
        GitSyncException thrown = catchThrowableOfType(GitSyncException.class, () -> clones.carriedOut(prepared));

        assertThat(thrown).as("it was to stop").isNotNull();
        assertThat(thrown.failure().kind()).as(thrown.failure().why()).isEqualTo(SyncFailure.Kind.STOPPED);
        assertThat(clones.sh(
                        clones.there,
                        "cat src/b.txt | head -n 1; cat src/c.txt | head -n 1; head -n 1 notes.txt; cat build/o"))
                .isEqualTo("mine\nthree\nnote\no\n");
        assertThat(clones.sh(clones.there, "git rev-parse HEAD"))
                .isNotEqualTo(clones.sh(clones.here, "git rev-parse HEAD"));
        assertThat(clones.isThere(".git/rwtui/journal")).isFalse();

        clones.synced();

        assertThat(clones.sh(clones.there, "git status --porcelain; git rev-parse HEAD"))
                .isEqualTo(clones.sh(clones.here, "git rev-parse HEAD"));
    }

    @Test
    void aProcessThatWorksInTheTreeIsNamed() throws Exception {
        Process process = new ProcessBuilder("sleep", "30")
                .directory(clones.there.resolve("src").toFile())
                .start();
        try {
            assertThat(clones.plan().plan().running())
                    .singleElement()
                    .satisfies(
                            running -> assertThat(running.pid()).isEqualTo(process.pid()),
                            running -> assertThat(running.user()).isEqualTo(System.getProperty("user.name")),
                            running -> assertThat(running.command()).isEqualTo("sleep 30"),
                            running -> assertThat(running.directory())
                                    .isEqualTo(clones.there.resolve("src").toString()));
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox sh"})
    void ourOwnShellsAreNotNamed(String shell) throws GitSyncException {
        clones.shell = shell;

        assertThat(clones.plan().plan().running()).isEmpty();
    }

    @Test
    void aProcessIsNamedWherePsKnowsNoOptions() throws Exception {
        clones.program("ps", "echo 'ps: unrecognized option' >&2; exit 1\n");
        Process first = new ProcessBuilder("sleep", "31")
                .directory(clones.there.toFile())
                .start();
        Process second = new ProcessBuilder("sleep", "32")
                .directory(clones.there.toFile())
                .start();
        try {
            assertThat(clones.plan().plan().running())
                    .extracting(running -> running.command())
                    .containsExactlyInAnyOrder("sleep 31", "sleep 32");
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
    }
}
