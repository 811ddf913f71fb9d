package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.testing.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a status makes of two clones. */
@Timeout(60)
final class StatusVerdictsIT {

    /** The same on both sides: a link, a program, hostile names, bytes that are no text, an edited and a deleted file. */
    private static final String ALIKE = """
            ln -s nowhere link
            echo run >program; chmod +x program
            echo x >"$(printf 'new\\nline')"; echo x >"$(printf 'caf\\351')"; echo x >./-dash; echo x >"esc$(printf '\\033')"
            printf 'a\\000b\\377' >binary
            echo edited >a.txt
            rm src/c.txt
            mkdir deep; echo x >'deep/two words'; echo x >"deep/quo\\"te"; echo x >' lead'; : >none
            git add program
            """;

    @TempDir
    Path temporary;

    private Clones clones;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private Verdict verdict() throws GitSyncException {
        return clones.status().verdict();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SAME_CODE | : | same code",
                "BEHIND | git fetch -q | 1 commit behind, and clean",
                "INCOMING | git fetch -q; cp ../here/a.txt . | the 1 file that differs equals the incoming commit: syncing loses nothing",
                "HOLDS_WORK | git fetch -q; echo mine >x | 1 file there holds work that exists nowhere else",
                "AHEAD | git commit -q --allow-empty -m m | 1 commit there is not upstream",
                "DIVERGED | git fetch -q; git commit -q --allow-empty -m m | diverged: 1 commit there is not upstream, and 1 commit upstream not there",
                "NO_SUCH_BRANCH | git commit -q --allow-empty -m m; git checkout -q --detach | no branch is checked out there, so there is nothing to follow",
                "NO_SUCH_BRANCH | git commit -q --allow-empty -m m; git remote remove origin | the branch main there follows nothing",
                "UNKNOWN | git bisect start | git there is in the middle of something: a bisection",
                "UNKNOWN | : >.git/index.lock | git there is in the middle of something: index.lock",
                "NO_REPOSITORY | rm -rf .git | there is no repository: fatal: not a git repository (or any of the parent directories): .git",
            })
    void thereIsOneForEachState(Verdict.Kind kind, String script, String words) throws GitSyncException {
        clones.sh(clones.there, "git config user.name Ada; git config user.email ada@example.org");
        if (script.contains("fetch")) {
            clones.pushed("echo new >a.txt");
        }
        clones.sh(clones.there, script + " 2>&1 >/dev/null");

        assertThat(verdict()).isEqualTo(new Verdict(kind, words));
    }

    @Test
    void filesThatEqualTheIncomingCommitOrThoseHereAreUploaded() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.here, "echo edited >src/b.txt; echo u >untracked");
        clones.sh(clones.there, "git fetch -q; cp ../here/a.txt ../here/untracked .; cp ../here/src/b.txt src");

        assertThat(verdict())
                .isEqualTo(new Verdict(
                        Verdict.Kind.UPLOADED,
                        "all 3 files that differ equal the incoming commit or the files here: syncing loses nothing"));
    }

    @Test
    void cleanAtUpstreamAndNotWhatIsHereIsAnotherCommit() throws GitSyncException {
        clones.sh(clones.here, "git commit -q --allow-empty -m mine");

        assertThat(verdict())
                .isEqualTo(
                        new Verdict(Verdict.Kind.OTHER_COMMIT, "clean, and at its upstream; 1 commit here not pushed"));
    }

    @Test
    void whatIsChangedHereAloneIsNotTheSameCode() throws GitSyncException {
        clones.sh(clones.here, "echo edited >a.txt");

        assertThat(verdict()).isEqualTo(new Verdict(Verdict.Kind.OTHER_COMMIT, "same commit, and 1 file changed here"));
    }

    @Test
    void theSameChangesOnBothSidesAreTheSameCode() throws GitSyncException {
        clones.sh(clones.here, ALIKE);
        clones.sh(clones.there, ALIKE);

        assertThat(clones.status().differences())
                .filteredOn(one -> one.standing() == Difference.Standing.NOWHERE_ELSE)
                .isEmpty();
        assertThat(verdict()).isEqualTo(new Verdict(Verdict.Kind.SAME_CODE, "same code: 13 files changed alike"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf 'a\\000b\\376' >binary",
                "printf y >\"$(printf 'new\\nline')\"",
                "printf y >\"$(printf 'caf\\351')\"",
                "printf y >./-dash",
                "ln -sf elsewhere link",
                "rm link; printf nowhere >link",
                "chmod -x program",
                "echo other >a.txt",
                "git checkout -q src/c.txt",
                "rm none",
                "echo more >more",
                "printf x >none",
            })
    void oneByteIsADifference(String script) throws GitSyncException {
        clones.sh(clones.here, ALIKE);
        clones.sh(clones.there, ALIKE + script);

        assertThat(verdict().kind()).isIn(Verdict.Kind.HOLDS_WORK, Verdict.Kind.UPLOADED);
    }

    @Test
    void hereKnowsANewerUpstreamThanThere() throws GitSyncException {
        clones.pushed("echo new >a.txt; echo d >d.txt");
        clones.sh(clones.there, "cp ../here/a.txt ../here/d.txt .");

        SyncStatus status = clones.status();

        assertThat(status.verdict().kind()).isEqualTo(Verdict.Kind.INCOMING);
        assertThat(status.incoming())
                .contains(clones.sh(clones.here, "git rev-parse HEAD").strip());
        assertThat(status.differences())
                .extracting(Difference::standing)
                .containsExactly(Difference.Standing.INCOMING, Difference.Standing.INCOMING);
    }

    @Test
    void withoutARepositoryHereThereIsAVerdictAllTheSame() throws GitSyncException {
        clones.sh(clones.there, "echo mine >a.txt");

        SyncStatus status = clones.sync.status(
                clones.place(), Optional.empty(), clones.place(), clones.there.toString(), new Cancellation());

        assertThat(status.here()).isEmpty();
        assertThat(status.verdict().kind()).isEqualTo(Verdict.Kind.HOLDS_WORK);
    }

    @Test
    void whatIsOnlyStagedCounts() throws GitSyncException {
        clones.sh(clones.there, "echo staged >a.txt; git add a.txt; echo one >a.txt");

        SyncStatus status = clones.status();

        assertThat(status.verdict().kind()).isNotEqualTo(Verdict.Kind.SAME_CODE);
        assertThat(status.there().orElseThrow().isClean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox sh"})
    void nothingIsWrittenAnywhere(String shell) throws Exception {
        clones.shell = shell;
        clones.sh(clones.here, ALIKE);
        clones.pushed("echo newer >src/b.txt");
        clones.sh(clones.there, ALIKE + "echo more >more; touch -d @1000000000 .git/index src/b.txt");
        Path scratch = Files.createDirectory(clones.home.resolve("scratch"));
        clones.variables.put("TMPDIR", scratch.toString());
        Untouched before = Untouched.from(clones.there.resolve(".git"), clones.there);

        clones.status();

        assertThat(before.now()).isEqualTo(before.before());
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aPlanLeavesNothingInTheTemporaryDirectory() throws Exception {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >a.txt");
        Path scratch = Files.createDirectory(clones.home.resolve("scratch"));
        clones.variables.put("TMPDIR", scratch.toString());

        clones.synced();

        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void aTemporaryDirectoryThatIsNotThereIsAFailureInWords() {
        clones.sh(clones.there, "echo mine >a.txt");
        clones.variables.put("TMPDIR", "/nowhere");

        assertThat(catchThrowableOfType(GitSyncException.class, () -> clones.status())
                        .failure()
                        .why())
                .contains("no temporary directory can be made in /nowhere");
    }
}
