package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.WorkingCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that are set up in other ways than most: a sync ends where git's own commands end, and undoing undoes. */
@Timeout(60)
final class OddRepositoriesIT {

    private static final String DIRT = """
            cp ../here/a.txt a.txt
            echo mine >src/b.txt; git add src/b.txt; echo more >>src/b.txt
            echo u >untracked; mkdir -p out/deep; echo o >out/deep/o
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

    private void incoming() {
        clones.pushed("echo new >a.txt; echo four >src/d.txt; git rm -q src/c.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git config core.splitIndex true; git update-index --split-index",
                "git update-index --index-version 4",
                "git config core.untrackedCache true; git update-index --untracked-cache; git status",
                "git config core.fsmonitor false",
                "git config core.fsmonitor false; git config feature.manyFiles true; git status",
                "git config index.threads 4; git config index.recordEndOfIndexEntries true",
                "git config core.trustctime false; git config core.checkStat minimal",
                "git config status.showUntrackedFiles no",
                "git config core.precomposeUnicode true; git config core.ignoreCase true",
                "git pack-refs --all; git gc -q",
                "git config gc.auto 1; git config maintenance.auto true",
                "git config core.sharedRepository group",
                "git config core.preloadIndex false; git config core.bigFileThreshold 1",
                "git config core.attributesFile ../attributes; echo '* text eol=crlf' >../attributes",
                "git config core.excludesFile ../excludes; echo untracked >../excludes",
            })
    void settingsAndKindsOfIndexMakeNoDifference(String script) throws GitSyncException {
        clones.sh(clones.there, script + " >/dev/null");
        incoming();
        clones.sh(clones.there, DIRT);

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void aDifferenceOfModeAloneIsNoted() throws GitSyncException {
        incoming();
        clones.sh(clones.there, "chmod +x src/b.txt");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(plan.notes()).contains("1 file differs from its commit in its mode alone");
    }

    @Test
    void aDifferenceOfLineEndsAloneIsNoted() throws GitSyncException {
        incoming();
        clones.sh(clones.there, "printf 'two\\r\\n' >src/b.txt");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(plan.notes()).contains("1 file differs from its commit in its line ends alone");
    }

    @Test
    void modesThatAreNotLookedAtAreNoDifference() throws GitSyncException {
        incoming();
        clones.sh(
                clones.there, "git config core.fileMode false; chmod +x src/b.txt; cp ../here/a.txt .; chmod +x a.txt");

        SyncPlan plan = clones.plan().plan();
        String tree = clones.tree();
        String state = clones.gitState();
        clones.synced();

        assertThat(Clones.fates(plan)).containsEntry("a.txt", Fate.UNTOUCHED).doesNotContainKey("src/b.txt");
        assertThat(clones.gitState()).isEqualTo(clones.gitState(clones.here));
        clones.undone();
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    @Test
    void carriageReturnsOfGitsOwnAreNoDifference() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; git clone -q -c core.autocrlf=true origin.git there");
        incoming();
        clones.sh(clones.there, "printf 'new\\r\\n' >a.txt; printf 'mine\\r\\n' >src/b.txt; printf 'u\\r\\n' >u");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan))
                .containsEntry("a.txt", Fate.UNTOUCHED)
                .containsEntry("src/b.txt", Fate.OVERWRITTEN);
    }

    @Test
    void aFilterWorksOnWhatComesAndNotOnWhatIsKept() throws GitSyncException {
        clones.pushed("echo '*.up filter=up' >.gitattributes; echo abc >x.up; echo def >y.up");
        clones.sh(
                clones.there,
                "git config filter.up.clean 'tr A-Z a-z'; git config filter.up.smudge 'tr a-z A-Z'; git pull -q");
        assertThat(clones.sh(clones.there, "cat x.up; git status --porcelain")).isEqualTo("ABC\n");
        clones.pushed("echo ghi >x.up");
        clones.sh(clones.there, "echo GHI >x.up; echo 'Mixed Case' >y.up; echo 'Un Tracked' >z.up");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan)).containsEntry("x.up", Fate.UNTOUCHED).containsEntry("y.up", Fate.OVERWRITTEN);
        String sync = clones.backups().get(1).id();
        assertThat(clones.sh(
                        clones.there,
                        "git cat-file blob refs/rwtui/backup/" + sync + ":y.up; git cat-file blob"
                                + " refs/rwtui/backup/" + sync + ":z.up"))
                .isEqualTo("Mixed Case\nUn Tracked\n");
    }

    @Test
    void aFilterThatIsRequiredAndMissingStops() throws GitSyncException {
        clones.pushed("echo '*.up filter=up' >.gitattributes; echo abc >x.up");
        clones.sh(
                clones.there,
                "echo mine >a.txt; git config filter.up.smudge no-such-program; git config filter.up.required true");
        String tree = clones.tree();

        try {
            clones.synced();
        } catch (GitSyncException e) {
            assertThat(e.failure().why()).contains("filter");
        }
        clones.sh(clones.there, "git config --unset filter.up.required");
        clones.synced();
        assertThat(clones.sh(clones.there, "git status --porcelain; cat a.txt")).isEqualTo("one\n");
        clones.undone();
        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void filesOfLfsAreNoted() throws GitSyncException {
        clones.pushed("echo '*.bin filter=lfs diff=lfs merge=lfs -text' >.gitattributes; echo pointer >x.bin");
        clones.sh(clones.there, "git pull -q; echo edited >x.bin");
        clones.pushed("echo new >a.txt");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(plan.notes()).anyMatch(note -> note.startsWith("1 file is kept by LFS"));
    }

    @Test
    void filesOfLfsComeAsTheyAreWithIt() throws GitSyncException {
        Assumptions.assumeTrue(
                clones.sh(clones.home, "command -v git-lfs || :").startsWith("/"), "git-lfs is not installed");
        clones.sh(clones.home, "git lfs install --skip-repo >/dev/null");
        clones.pushed("git lfs track '*.bin' >/dev/null; head -c 10000 /dev/urandom >x.bin");
        clones.sh(clones.there, "git pull -q");
        clones.pushed("head -c 10000 /dev/urandom >x.bin; echo n >a.txt");
        clones.sh(clones.there, "cp ../here/x.bin .; echo mine >a.txt; head -c 500 /dev/urandom >u.bin");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan)).containsEntry("x.bin", Fate.UNTOUCHED);
    }

    @Test
    void aSubmoduleStaysAsItIsAndItsNextCommitIsNoted() throws GitSyncException {
        submodule();
        clones.sh(clones.here, "cd sub; echo 2 >s; git commit -q -am 2; git push -q origin HEAD:next");
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >a.txt; echo dirty >sub/s; echo u >sub/u");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(Clones.fates(plan)).containsEntry("sub", Fate.LEFT_SUBMODULE);
        assertThat(plan.notes()).contains("submodule sub goes to another commit: git submodule update there brings it");
    }

    private void submodule() {
        clones.sh(clones.home, """
                git config --global protocol.file.allow always
                git init -q lib; cd lib; echo 1 >s; git add s; git commit -q -m 1
                """);
        clones.pushed("git submodule --quiet add ../lib sub");
        clones.sh(clones.there, "git pull -q; git submodule --quiet update --init");
    }

    @Test
    void aSubmoduleThatIsAddedComesWithoutItsFiles() throws GitSyncException {
        clones.sh(clones.home, """
                git config --global protocol.file.allow always
                git init -q lib; cd lib; echo 1 >s; git add s; git commit -q -m 1
                """);
        clones.pushed("git submodule --quiet add ../lib sub");
        clones.sh(clones.there, "mkdir sub; echo u >sub/u; echo i >sub/x.log");

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void anIgnoredFileWhereASubmoduleComesIsKept() throws GitSyncException {
        clones.sh(clones.home, """
                git config --global protocol.file.allow always
                git init -q lib; cd lib; echo 1 >s; git add s; git commit -q -m 1
                """);
        clones.pushed("git submodule --quiet add -f ../lib sub.log");
        clones.sh(clones.there, "echo mine >sub.log");

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void aSubmoduleThatIsRemovedStaysOnTheDisk() throws GitSyncException {
        submodule();
        clones.pushed("git rm -q sub");
        clones.sh(clones.there, "echo dirty >sub/s");
        String tree = clones.sh(clones.there, "cat sub/s; ls -a sub");

        clones.synced();

        assertThat(clones.sh(clones.there, "cat sub/s; ls -a sub")).isEqualTo(tree);
    }

    @Test
    void aSubmoduleThatBecomesAFileOrADirectoryStops() throws GitSyncException {
        submodule();
        clones.pushed("git rm -q sub; mkdir sub; echo file >sub/s");

        assertThat(clones.plan().plan().stops()).extracting(Stop::kind).containsOnly(Stop.Kind.IN_THE_WAY);

        clones.pushed("git rm -rq sub; echo file >sub");

        assertThat(clones.plan().plan().stops()).extracting(Stop::kind).containsOnly(Stop.Kind.IN_THE_WAY);
    }

    @Test
    void whatASparseCheckoutLeavesOutStaysOut() throws GitSyncException {
        clones.pushed("mkdir big; echo 1 >big/1; echo 2 >big/2");
        clones.sh(clones.there, "git pull -q; git sparse-checkout set --cone src");
        clones.pushed("echo new >big/1; echo more >big/3; echo new >src/b.txt; echo new >a.txt");
        clones.sh(clones.there, "cp ../here/a.txt .; echo mine >src/b.txt; echo u >u");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(plan.notes()).anyMatch(note -> note.contains("sparse"));
        assertThat(clones.isThere("big")).isFalse();
        assertThat(clones.status().there().orElseThrow().traits()).containsExactly(WorkingCopy.Trait.SPARSE);
    }

    @Test
    void whatStandsWhereASparseCheckoutLeavesOutIsKept() throws GitSyncException {
        clones.pushed("mkdir big; echo 1 >big/1; echo 2 >big/2");
        clones.sh(clones.there, "git pull -q; git sparse-checkout set --cone src; mkdir big; echo mine >big/1");
        clones.pushed("echo new >big/1");

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void aShallowCloneIsSynced() throws GitSyncException {
        clones.pushed("echo second >a.txt");
        clones.sh(clones.home, "rm -rf there; git clone -q --depth 1 file://$HOME/origin.git there");
        incoming();
        clones.sh(clones.there, DIRT);

        clones.syncsLikeTheCommandsAndUndoes();

        assertThat(clones.status().there().orElseThrow().traits()).containsExactly(WorkingCopy.Trait.SHALLOW);
    }

    @Test
    void aCloneThatFetchesFilesWhenTheyAreNeededIsSynced() throws GitSyncException {
        clones.sh(
                clones.origin, "git config uploadpack.allowFilter true; git config uploadpack.allowAnySHA1InWant true");
        clones.sh(clones.home, "rm -rf there; git clone -q --filter=blob:none file://$HOME/origin.git there");
        incoming();
        clones.sh(clones.there, DIRT);

        clones.syncsLikeTheCommandsAndUndoes();
    }

    @Test
    void aLinkedWorkTreeIsSynced() throws GitSyncException {
        clones.sh(
                clones.home,
                "mv there main-tree; cd main-tree; git checkout -q --detach; git worktree add -q ../there main");
        incoming();
        clones.sh(clones.there, DIRT);
        // A copy of a linked work tree would be the same one.
        clones.sh(clones.home, "git clone -q here expected");
        String tree = clones.tree();
        String state = clones.gitState();

        clones.synced();

        assertThat(clones.tree()).isEqualTo(clones.tree(clones.home.resolve("expected")));
        assertThat(clones.sh(clones.there, "git status --porcelain")).isEmpty();
        clones.undone();
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    @Test
    void aGitDirectoryElsewhereIsFound() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; git clone -q --separate-git-dir=elsewhere.git origin.git there");
        incoming();
        clones.sh(clones.there, DIRT);
        String tree = clones.tree();

        clones.synced();
        assertThat(clones.sh(clones.there, "git status --porcelain")).isEmpty();
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
    void whatGitWasToldToOverlookIsKept(String flag) throws GitSyncException {
        clones.sh(
                clones.there,
                "git update-index " + flag
                        + " a.txt src/b.txt src/c.txt; echo mine >a.txt; echo mine >src/b.txt; rm src/c.txt");
        clones.pushed("echo new >a.txt");
        String tree = clones.tree();
        String state = clones.gitState();
        String flags = clones.sh(clones.there, "git ls-files -v");

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(plan.notes()).contains("3 files are marked for git to overlook (git update-index)");
        assertThat(clones.sh(clones.there, "cat a.txt")).isEqualTo("new\n");
        clones.undone();
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
        assertThat(clones.sh(clones.there, "git ls-files -v")).isEqualTo(flags);
    }

    @Test
    void whatIsIntendedToBeAddedComesBackAsThat() throws GitSyncException {
        incoming();
        clones.sh(clones.there, "echo intended >i; git add -N i");
        String diff = clones.sh(clones.there, "git diff; git diff --cached");

        clones.syncsLikeTheCommandsAndUndoes();

        assertThat(clones.sh(clones.there, "git diff; git diff --cached")).isEqualTo(diff);
    }

    @Test
    void aConflictWithoutAMergeComesBackAsItWas() throws GitSyncException {
        clones.sh(clones.there, """
                git config user.name Ada; git config user.email ada@example.org
                git checkout -q -b t; echo t >a.txt; git commit -q -am t; echo s >a.txt; git stash -q
                git checkout -q main; git stash pop >/dev/null 2>&1 || :
                """);
        assertThat(clones.sh(clones.there, "git ls-files -u")).isNotEmpty();
        incoming();
        String index = clones.sh(clones.there, "git ls-files -s -t --debug | grep -v time; cat a.txt");

        clones.syncsLikeTheCommandsAndUndoes();

        assertThat(clones.sh(clones.there, "git ls-files -s -t --debug | grep -v time; cat a.txt")
                        .replaceAll("(ino|dev|size).*", ""))
                .isEqualTo(index.replaceAll("(ino|dev|size).*", ""));
        assertThat(clones.sh(clones.there, "git ls-files -u")).isNotEmpty();
    }
}
