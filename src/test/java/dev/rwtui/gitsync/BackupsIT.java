package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What git-syncs have kept: listed, shown, dropped, and brought back in any order. */
@Timeout(60)
final class BackupsIT {

    @TempDir
    Path temporary;

    private Clones clones;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >a.txt; echo staged >s; git add s; echo worked >s; printf 12345 >u");
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private String id(int number) throws GitSyncException {
        return clones.backups().get(number).id();
    }

    @Test
    void oneIsListedWithWhatItHolds() throws GitSyncException {
        String before = clones.sh(clones.there, "git rev-parse HEAD").strip();
        clones.synced();

        Backup backup = clones.backups().get(0);

        assertThat(backup.occasion()).isEqualTo(SyncPlan.Occasion.SYNC);
        assertThat(backup.branch()).contains("main");
        assertThat(backup.before()).contains(before);
        assertThat(backup.after())
                .contains(clones.sh(clones.there, "git rev-parse HEAD").strip());
        assertThat(backup.files()).isEqualTo(3);
        assertThat(backup.bytes()).isEqualTo("mine\nworked\n12345".length());
        assertThat(backup.setAside()).isZero();
        assertThat(backup.made().toString().replaceAll("[-:]", "")).isEqualTo(backup.id());
        assertThat(clones.sh(clones.there, "git rev-parse refs/rwtui/backup/" + backup.id())
                        .strip())
                .isEqualTo(backup.commit());
        assertThat(clones.sh(clones.there, "git show " + backup.commit() + ":u"))
                .isEqualTo("12345");
    }

    @Test
    void oneIsShownAsDifferences() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(
                clones.there,
                "printf 'esc\\033[31m' >\"$(printf 'hostile\\n\\033name')\"; truncate -s 5000 big; rm src/c.txt");
        clones.synced();

        String shown = clones.shown(id(0));

        assertThat(shown)
                .contains("+mine", "-one", "+worked", "+12345", "deleted file mode 100644", "\"hostile\\n\\033name\"")
                .contains("set aside: 5000 bytes, big");
    }

    @Test
    void whatIsShownIsBounded() throws GitSyncException {
        clones.sh(clones.there, "head -c 4000000 /dev/zero | tr '\\0' x | fold -w 100 >long");
        clones.synced();

        assertThat(clones.shown(id(0)).length()).isBetween(900_000, 1_100_000);
    }

    @Test
    void oneThatIsNotThereIsAnAnswer() {
        GitSyncException shown =
                catchThrowableOfType(GitSyncException.class, () -> clones.shown("20200101T000000.000Z"));
        GitSyncException undone =
                catchThrowableOfType(GitSyncException.class, () -> clones.undoing(Optional.of("20200101T000000.000Z")));
        GitSyncException nothing = catchThrowableOfType(GitSyncException.class, () -> clones.undone());

        assertThat(shown.failure().kind()).isEqualTo(SyncFailure.Kind.NOT_THERE);
        assertThat(shown.failure().why()).isEqualTo("there is no backup 20200101T000000.000Z");
        assertThat(undone.failure()).isEqualTo(shown.failure());
        assertThat(nothing.failure().why()).contains("nothing to undo");
    }

    @Test
    void droppingOneLeavesTheOthers() throws GitSyncException {
        clones.synced();
        clones.sh(clones.there, "echo again >a.txt");
        clones.synced();
        List<Backup> before = clones.backups();

        clones.drop(before.get(1).id());

        assertThat(clones.backups()).containsExactly(before.get(0));
    }

    @Test
    void anOlderOneIsBroughtBackAndWhatWasThereIsKept() throws GitSyncException {
        String first = clones.tree();
        clones.synced();
        clones.sh(clones.there, "echo second >src/b.txt; echo v >v");
        clones.synced();
        clones.pushed("echo third >src/c.txt");
        clones.synced();
        clones.sh(clones.there, "echo now >src/c.txt");
        String now = clones.tree();

        clones.carriedOut(clones.undoing(Optional.of(id(2))));

        assertThat(clones.tree()).isEqualTo(first);

        clones.undone();

        assertThat(clones.tree()).isEqualTo(now);
    }

    @Test
    void undoingTwiceLeadsBackToTheSyncedState() throws GitSyncException {
        clones.synced();
        String tree = clones.tree();
        String state = clones.gitState();

        clones.undone();
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
        assertThat(clones.backups())
                .extracting(Backup::occasion)
                .containsExactly(SyncPlan.Occasion.UNDO, SyncPlan.Occasion.UNDO, SyncPlan.Occasion.SYNC);
    }

    @Test
    void anotherBranchIsLeftAlone() throws GitSyncException {
        clones.synced();
        clones.sh(clones.there, "git checkout -q -b other");

        assertThat(clones.undonePlan().stops())
                .singleElement()
                .satisfies(
                        stop -> assertThat(stop.kind()).isEqualTo(Stop.Kind.CHANGED),
                        stop -> assertThat(stop.why()).contains("another branch was checked out then: main"));
    }

    /** The undoing would take the branch back behind it. */
    @Test
    void aCommitThatIsNewSinceIsNotDroppedByUndoing() throws GitSyncException {
        clones.synced();
        clones.sh(clones.there, """
                echo work >w; git add w; git -c user.name=Ada -c user.email=a@example.org commit -q -m work
                """);

        SyncPlan plan = clones.undonePlan();

        assertThat(plan.stops())
                .singleElement()
                .satisfies(
                        stop -> assertThat(stop.kind()).isEqualTo(Stop.Kind.CHANGED),
                        stop -> assertThat(stop.why()).contains("1 commit"));
    }

    @Test
    void hooksDoNotRun() throws GitSyncException {
        clones.sh(clones.there, """
                for hook in post-index-change reference-transaction post-checkout pre-commit post-commit commit-msg \
                    prepare-commit-msg post-rewrite pre-auto-gc post-merge update pre-receive; do
                  printf '#!/bin/sh\\necho %s >>"%s"\\n' $hook "$HOME/hooked" >.git/hooks/$hook
                  chmod +x .git/hooks/$hook
                done
                """);
        PreparedSync prepared = clones.plan();
        clones.sh(clones.home, "rm -f hooked");

        clones.carriedOut(prepared);
        PreparedSync undoing = clones.undoing(Optional.empty());
        clones.carriedOut(undoing);
        clones.drop(undoing.plan().id());

        assertThat(clones.sh(clones.home, "cat hooked 2>/dev/null || :")).isEmpty();
    }

    @Test
    void itsAuthorIsRwtuiWhereNobodyIsConfigured() throws Exception {
        clones.variables.put("HOME", "/nonexistent");
        clones.variables.put("GIT_CONFIG_NOSYSTEM", "1");
        clones.sh(clones.there, "git config user.useConfigOnly true");

        clones.synced();

        assertThat(clones.sh(clones.there, "git log -1 --format='%an <%ae> %cn <%ce>' refs/rwtui/backup/" + id(0)))
                .isEqualTo("rwtui <rwtui@localhost> rwtui <rwtui@localhost>\n");
        clones.undone();
        assertThat(clones.sh(clones.there, "cat a.txt")).isEqualTo("mine\n");
    }

    @Test
    void garbageCollectionTakesNothingOfIt() throws GitSyncException {
        clones.sh(clones.there, "git rm -q --cached src/b.txt; echo i >src/b.txt; git add -N src/b.txt");
        String tree = clones.tree();
        String state = clones.gitState();
        clones.synced();

        clones.sh(clones.there, "git reflog expire --expire=now --all; git gc -q --prune=now; git fsck --no-dangling");
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    /** refs/rwtui is common to all of them. */
    @Test
    void aLinkedWorkTreeHasItsOwn() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(clones.there, "truncate -s 5000 big");
        clones.synced();
        clones.sh(clones.home, """
                mv there first; git -C first worktree repair; git -C first checkout -q --detach
                git -C first worktree add -q ../there main
                """);
        assertThat(clones.backups()).isEmpty();
        clones.pushed("echo newer >a.txt");
        clones.sh(clones.there, "echo linked >a.txt; truncate -s 5000 big");
        String tree = clones.tree();

        clones.synced();
        assertThat(clones.backups()).hasSize(1);
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }
}
