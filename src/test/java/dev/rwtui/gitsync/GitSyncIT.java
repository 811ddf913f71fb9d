package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** git-sync of real repositories, compared with what git says afterwards. */
@Timeout(120)
final class GitSyncIT {

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

    @Test
    void twoCleanClonesAreTheSameCode() throws GitSyncException {
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.SAME_CODE);
    }

    @Test
    void uploadedFilesEqualTheIncomingCommit() throws GitSyncException {
        clones.pushed("echo new >a.txt; echo four >src/d.txt; git rm -q src/c.txt");
        clones.sh(clones.home, "cp here/a.txt there/; cp here/src/d.txt there/src/; rm there/src/c.txt");

        assertThat(clones.status().verdict())
                .isEqualTo(new Verdict(
                        Verdict.Kind.INCOMING,
                        "all 3 files that differ equal the incoming commit: syncing loses nothing"));
    }

    @Test
    void aSyncEndsWhereTheThreeCommandsEndAndUndoingBringsAllBack() throws GitSyncException {
        clones.pushed("echo new >a.txt; echo four >src/d.txt; git rm -q src/c.txt");
        clones.sh(clones.there, """
                cp ../here/a.txt a.txt
                echo mine >src/b.txt
                echo scratch >notes.txt
                mkdir -p out/empty deep/er
                echo x >deep/er/x; chmod 600 deep/er/x
                ln -s nowhere link
                echo ignored >train.log
                mkdir build; echo o >build/o
                git add src/b.txt
                echo more >>src/b.txt
                """);
        String tree = clones.tree();
        String state = clones.gitState();
        Path byHand = clones.byHand();

        SyncPlan plan = clones.plan().plan();
        SyncOutcome outcome = clones.synced();

        assertThat(plan.stops()).isEmpty();
        assertThat(plan.paths())
                .extracting(PathFate::path, PathFate::fate)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("a.txt", Fate.UNTOUCHED),
                        org.assertj.core.groups.Tuple.tuple("src/b.txt", Fate.OVERWRITTEN),
                        org.assertj.core.groups.Tuple.tuple("src/c.txt", Fate.DELETED),
                        org.assertj.core.groups.Tuple.tuple("src/d.txt", Fate.CREATED),
                        org.assertj.core.groups.Tuple.tuple("notes.txt", Fate.REMOVED));
        assertThat(outcome.left()).isEmpty();
        assertThat(clones.tree()).isEqualTo(clones.tree(byHand));
        assertThat(clones.gitState()).isEqualTo(clones.gitState(byHand));

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    @Test
    void whatIsFetchedHasTheRightsOfTheUsersFiles() throws GitSyncException {
        clones.pushed("echo new >a.txt");

        clones.plan();

        assertThat(clones.sh(clones.there, "umask; find .git/objects .git/refs ! -perm -go=r -print"))
                .isEqualTo("0022\n");
    }
}
