package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands where a file has to be, whoever made it, is kept or left; nothing of it goes for good. */
@Timeout(60)
final class InTheWayIT {

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

    private List<Stop.Kind> stops() throws GitSyncException {
        return clones.plan().plan().stops().stream().map(Stop::kind).toList();
    }

    @Test
    void aFileThatEqualsTheIncomingCommitKeepsItsTimeAndInode() throws GitSyncException {
        clones.pushed("echo new >a.txt; echo four >d.txt");
        clones.sh(clones.there, "cp ../here/a.txt ../here/d.txt .; touch -d @1000000000 a.txt d.txt");
        String before = clones.sh(clones.there, "stat -c '%n %i %Y %Z' a.txt d.txt");

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(Clones.fates(plan)).containsEntry("a.txt", Fate.UNTOUCHED).containsEntry("d.txt", Fate.UNTOUCHED);
        assertThat(clones.sh(clones.there, "stat -c '%n %i %Y %Z' a.txt d.txt")).isEqualTo(before);
    }

    @Test
    void anIgnoredFileWhereAFileComesIsKept() throws GitSyncException {
        clones.pushed("echo theirs >train.log; git add -f train.log");
        clones.sh(clones.there, "echo mine >train.log; echo other >other.log");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan))
                .containsEntry("train.log", Fate.OVERWRITTEN)
                .containsEntry("other.log", Fate.LEFT_IGNORED);
    }

    @Test
    void ignoredFilesInADirectoryThatBecomesAFileAreKept() throws GitSyncException {
        clones.pushed("echo file >build; git add -f build");
        clones.sh(clones.there, "mkdir -p build/deep/empty; echo 1 >build/o; echo 2 >build/deep/o; ln -s o build/l");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan))
                .containsEntry("build/o", Fate.REMOVED)
                .containsEntry("build/deep/o", Fate.REMOVED)
                .containsEntry("build/l", Fate.REMOVED);
    }

    @Test
    void anIgnoredFileWhereADirectoryHasToBeIsKept() throws GitSyncException {
        clones.pushed("mkdir data.log; echo x >data.log/x; git add -f data.log/x");
        clones.sh(clones.there, "echo ignored >data.log");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan)).containsEntry("data.log", Fate.REMOVED);
    }

    @Test
    void aLinkWhereADirectoryHasToBeIsKeptAndNotFollowed() throws GitSyncException {
        clones.pushed("mkdir data; echo x >data/x");
        clones.sh(clones.there, "mkdir ../elsewhere; echo mine >../elsewhere/x; ln -s ../elsewhere data");

        clones.syncsLikeTheCommandsAndUndoes();

        assertThat(clones.sh(clones.home, "cat elsewhere/x")).isEqualTo("mine\n");
    }

    @Test
    void aNestedRepositoryIsLeft() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "git init -q nested; echo x >nested/x");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan)).containsEntry("nested", Fate.LEFT_NESTED);
    }

    @Test
    void aNestedRepositoryWhereAFileComesStops() throws GitSyncException {
        clones.pushed("echo file >nested");
        clones.sh(clones.there, "git init -q nested; echo x >nested/x");

        assertThat(stops()).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void aNestedRepositoryIntoWhichAFileComesStops() throws GitSyncException {
        clones.pushed("mkdir nested; echo file >nested/x");
        clones.sh(clones.there, "git init -q nested; echo x >nested/x");

        assertThat(stops()).containsOnly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void aNestedRepositoryDeepInADirectoryThatBecomesAFileStops() throws GitSyncException {
        clones.pushed("echo file >vendor");
        clones.sh(clones.there, "mkdir vendor; echo y >vendor/y; git init -q vendor/deep/nested");

        assertThat(stops()).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void aNestedRepositoryThatIsIgnoredStopsToo() throws GitSyncException {
        clones.pushed("echo file >build; git add -f build");
        clones.sh(
                clones.there,
                "mkdir build; echo o >build/o; git init -q build/deep/nested; echo x >build/deep/nested/x");

        assertThat(stops()).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void anIgnoredNestedRepositoryWhereAFileComesStops() throws GitSyncException {
        clones.pushed("echo file >build; git add -f build");
        clones.sh(clones.there, "git init -q build; echo x >build/x");

        assertThat(stops()).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void anIgnoredNestedRepositoryElsewhereIsNobodysBusiness() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "git init -q build; echo x >build/x");

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void aPipeWhereAFileComesStops() throws GitSyncException {
        clones.pushed("echo file >pipe");
        clones.sh(clones.there, "mkfifo pipe");

        assertThat(stops()).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void aPipeElsewhereStays() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "mkfifo pipe");

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void whatIsNewSinceStaysWhereUndoingIsNotInItsWay() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >a.txt; echo note >notes.txt");
        clones.synced();
        clones.sh(clones.there, "echo later >later.txt; mkdir results; echo r >results/r; echo worked >>src/b.txt");

        clones.undone();

        assertThat(clones.sh(clones.there, "cat a.txt notes.txt later.txt results/r src/b.txt"))
                .isEqualTo("mine\nnote\nlater\nr\ntwo\n");

        clones.undone();

        assertThat(clones.sh(clones.there, "cat a.txt later.txt results/r src/b.txt; ls"))
                .isEqualTo("new\nlater\nr\ntwo\nworked\na.txt\nlater.txt\nresults\nsrc\n");
    }

    @Test
    void whatIsNewSinceInADirectoryWhereUndoingNeedsAFileIsKept() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo note >notes");
        clones.synced();
        clones.sh(clones.there, "mkdir -p notes/deep; echo later >notes/deep/later; echo log >notes/x.log");
        String tree = clones.tree();

        clones.undone();

        assertThat(clones.sh(clones.there, "cat notes")).isEqualTo("note\n");

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void aFileThatIsNewSinceWhereUndoingNeedsADirectoryIsKept() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "mkdir notes; echo note >notes/n");
        clones.synced();
        clones.sh(clones.there, "echo later >notes");
        String tree = clones.tree();

        clones.undone();

        assertThat(clones.sh(clones.there, "cat notes/n")).isEqualTo("note\n");

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void anIgnoredFileThatIsNewSinceWhereUndoingNeedsADirectoryIsKept() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "mkdir notes.log; echo note >notes.log/n; git add -f notes.log/n");
        clones.synced();
        clones.sh(clones.there, "echo later >notes.log");
        String tree = clones.tree();

        clones.undone();

        assertThat(clones.sh(clones.there, "cat notes.log/n")).isEqualTo("note\n");

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void anEmptyDirectoryOfTheBackupDoesNotReplaceAFileThatIsNewSince() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "mkdir -p notes/empty");
        clones.synced();
        clones.sh(clones.there, "echo later >notes");

        clones.undone();

        assertThat(clones.sh(clones.there, "cat notes")).isEqualTo("later\n");
    }

    @Test
    void aRepositoryThatIsNewSinceWhereUndoingNeedsAFileStops() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo note >notes");
        clones.synced();
        clones.sh(clones.there, "git init -q notes/deep; echo x >notes/deep/x");

        assertThat(clones.undonePlan().stops()).extracting(Stop::kind).containsExactly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void directoriesWithOddNamesGoAndComeBack() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, """
                mkdir "$(printf 'new\\nline')" "$(printf 'caf\\351')" ./-dash 'two words' "$(printf 'ta\\tb')" '*' src/out
                mkdir -p "$(printf 'with\\nsrc/out')"
                echo x >"$(printf 'new\\nline')/x"
                """);

        clones.syncsLikeTheCommandsAndUndoes();
    }
}
