package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a git-sync stops, says why, and changes nothing. */
@Timeout(60)
final class StopsIT {

    private static final SyncWish KEEP = new SyncWish(SyncWish.Commits.KEEP_ON_BRANCH, SyncWish.Source.UPSTREAM);
    private static final SyncWish PUSH = new SyncWish(SyncWish.Commits.PUSH, SyncWish.Source.UPSTREAM);

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

    private void stops(Stop.Kind kind, String why) throws GitSyncException {
        String tree = clones.tree();
        String state = clones.gitState();

        SyncPlan plan = clones.plan().plan();

        assertThat(plan.stops())
                .singleElement()
                .satisfies(
                        stop -> assertThat(stop.kind()).isEqualTo(kind),
                        stop -> assertThat(stop.why()).contains(why),
                        stop -> assertThat(stop.advice()).isNotEmpty());
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    private SyncFailure fails() {
        GitSyncException thrown = catchThrowableOfType(GitSyncException.class, () -> clones.plan());
        assertThat(thrown).as("it was to fail").isNotNull();
        return thrown.failure();
    }

    @Test
    void noBranchIsCheckedOut() throws GitSyncException {
        clones.sh(clones.there, "git checkout -q --detach");

        stops(Stop.Kind.NOTHING_TO_FOLLOW, "no branch is checked out there");
    }

    @Test
    void nothingIsFollowedAndThereIsNoRemote() throws GitSyncException {
        clones.sh(clones.there, "git remote remove origin");

        stops(Stop.Kind.NOTHING_TO_FOLLOW, "follows nothing");
    }

    @Test
    void upstreamsBranchIsGoneAndWasFetchedBefore() throws GitSyncException {
        clones.sh(
                clones.there, "git checkout -q -b side; git push -q -u origin side; git push -q origin --delete side");
        clones.sh(clones.there, "git update-ref refs/remotes/origin/side HEAD");

        stops(Stop.Kind.NOTHING_TO_FOLLOW, "origin has no branch side");
    }

    @Test
    void upstreamsBranchIsGone() throws GitSyncException {
        clones.sh(
                clones.there, "git checkout -q -b side; git push -q -u origin side; git push -q origin --delete side");
        clones.sh(clones.there, "git fetch -q --prune");

        stops(Stop.Kind.NOTHING_TO_FOLLOW, "origin has no branch side");
    }

    @Test
    void aBranchThatFollowsNothingIsTakenToFollowItsNamesake() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "git branch --unset-upstream");

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(plan.notes()).anyMatch(note -> note.contains("origin is taken for it"));
        assertThat(clones.sh(clones.there, "cat a.txt")).isEqualTo("new\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a merge | git merge -q side",
                "a rebase | git rebase -q side",
                "a rebase | git rebase -q --apply side",
                "a cherry-pick | git cherry-pick side",
                "a revert | git revert --no-edit HEAD~1",
                "a bisection | git bisect start",
            })
    void gitIsInTheMiddleOfSomething(String what, String script) throws GitSyncException {
        clones.sh(clones.there, """
                git config user.name Ada; git config user.email ada@example.org
                echo 1 >a.txt; git commit -q -am one; git branch side; echo 2 >a.txt; git commit -q -am two
                git checkout -q side; echo 3 >a.txt; git commit -q -am three; git checkout -q main
                """ + script + " >/dev/null 2>&1 || :");

        stops(Stop.Kind.BUSY, what + " is in progress there");
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    }

    @Test
    void anotherGitHasTheLock() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >a.txt; : >.git/index.lock");

        stops(Stop.Kind.BUSY, "another git is at work there");
        assertThat(clones.isThere(".git/index.lock")).isTrue();
    }

    @Test
    void anotherGitTakesTheLockMeanwhile() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        PreparedSync prepared = clones.plan();
        clones.sh(clones.there, ": >.git/index.lock");
        String tree = clones.tree();

        GitSyncException thrown = catchThrowableOfType(GitSyncException.class, () -> clones.carriedOut(prepared));

        assertThat(thrown.failure().kind()).isEqualTo(SyncFailure.Kind.STOPPED);
        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.isThere(".git/index.lock")).isTrue();
        assertThat(clones.sh(clones.there, "find .git -path '*rwtui*'")).isEmpty();
    }

    @Test
    void anotherGitSyncIsUnderWay() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        journal(Long.toString(ProcessHandle.current().pid()), "$(hostname 2>/dev/null || uname -n)");

        stops(Stop.Kind.BUSY, "another git-sync is under way there");
    }

    /** The machine was started anew, and something else has its number. */
    @Test
    void aProcessThatHasTheNumberOfAGitSyncIsNone() throws GitSyncException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "only Linux tells");
        clones.pushed("echo new >a.txt");
        journal(ProcessHandle.current().pid() + "\nbegan 1", "$(hostname 2>/dev/null || uname -n)");

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(plan.notes()).contains("a git-sync broke off there: this one goes on with it");
        assertThat(clones.sh(clones.there, "cat a.txt; find .git -name journal"))
                .isEqualTo("new\n");
    }

    @Test
    void aGitSyncOfAnotherHostHasNotEnded() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        journal("1", "elsewhere");

        stops(Stop.Kind.BUSY, "begun on elsewhere");
    }

    private void journal(String pid, String host) {
        clones.sh(
                clones.there,
                "mkdir .git/rwtui; printf 'id %s\\npid %s\\nhost %s\\n' 20260101T000000.000Z \"$(printf '"
                        + pid.replace("\n", "\\n") + "')\" \"" + host + "\" >.git/rwtui/journal");
    }

    @Test
    void commitsThereThatAreNotUpstreamStop() throws GitSyncException {
        clones.sh(clones.there, "echo mine >m; git add m; git commit -q -m 'my work'");

        stops(Stop.Kind.LOCAL_COMMITS, "1 commit there is not upstream");
        assertThat(clones.plan().plan().ahead())
                .extracting(SyncPlan.CommitLine::subject)
                .containsExactly("my work");
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.AHEAD);
    }

    @Test
    void commitsThereStayOnABranchWhereThatIsWished() throws GitSyncException {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "echo mine >m; git add m; git commit -q -m 'my work'; echo dirt >src/b.txt; echo u >u");
        String head = clones.sh(clones.there, "git rev-parse HEAD");
        String tree = clones.tree();
        String state = clones.gitState();
        stops(Stop.Kind.LOCAL_COMMITS, "1 commit there is not upstream");

        PreparedSync prepared = clones.plan(KEEP);
        clones.carriedOut(prepared);

        assertThat(clones.sh(
                        clones.there,
                        "git rev-parse rwtui/kept-" + prepared.plan().id()))
                .isEqualTo(head);
        assertThat(clones.sh(clones.there, "git rev-parse HEAD; git status --porcelain"))
                .isEqualTo(clones.sh(clones.here, "git rev-parse HEAD"));
        assertThat(clones.tree()).isEqualTo(clones.tree(clones.here));

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);
    }

    @Test
    void commitsThereArePushedWhereThatIsWished() throws GitSyncException {
        clones.sh(clones.there, "echo mine >m; git add m; git commit -q -m 'my work'; echo dirt >a.txt");
        String head = clones.sh(clones.there, "git rev-parse HEAD");

        clones.carriedOut(clones.plan(PUSH));

        assertThat(clones.sh(clones.origin, "git rev-parse main")).isEqualTo(head);
        assertThat(clones.sh(clones.there, "git rev-parse HEAD; git status --porcelain"))
                .isEqualTo(head);
    }

    @Test
    void commitsToPushAreSomethingToDo() throws GitSyncException {
        clones.sh(clones.there, "echo mine >m; git add m; git commit -q -m 'my work'");

        PreparedSync push = clones.plan(PUSH);

        assertThat(push.plan().isDone()).isFalse();
        clones.carriedOut(push);
        assertThat(clones.sh(clones.origin, "git rev-parse main"))
                .isEqualTo(clones.sh(clones.there, "git rev-parse HEAD"));
        assertThat(clones.plan().plan().isDone()).isTrue();
    }

    @Test
    void aRepositoryWithoutAWorkTreeHasNoPlan() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; git clone -q --bare origin.git there");

        assertThat(fails().kind()).isEqualTo(SyncFailure.Kind.NOT_THERE);
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.NO_REPOSITORY);
    }

    @Test
    void whatIsNoRepositoryHasNoPlan() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; mkdir there; echo x >there/x");

        assertThat(fails().why()).contains("there is no repository");
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.NO_REPOSITORY);
    }

    @Test
    void anEmptyDirectoryHasNoPlan() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; mkdir there");

        assertThat(fails().kind()).isEqualTo(SyncFailure.Kind.NOT_THERE);
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.NO_REPOSITORY);
    }

    @Test
    void whatDoesNotExistHasNoPlan() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there");

        assertThat(fails().why()).contains("does not exist there");
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.NO_REPOSITORY);
    }

    /** A home under git, say: its files are not the project's. */
    @Test
    void aDirectoryInsideAnotherRepositoryIsNone() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; git init -q; mkdir there; echo x >there/x; git add there; echo y >y");

        assertThat(fails().why()).contains("is inside the repository " + clones.home);
        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.NO_REPOSITORY);
    }

    @Test
    void originIsEmpty() throws GitSyncException {
        clones.sh(clones.home, "git init -q --bare empty.git; rm -rf there; git clone -q empty.git there 2>/dev/null");

        stops(Stop.Kind.NOTHING_TO_FOLLOW, "origin has no branch main");
    }

    @Test
    void anEmptyRepositoryIsFilledAndEmptied() throws GitSyncException {
        clones.sh(clones.home, "rm -rf there; git init -q there; cd there; git remote add origin ../origin.git");
        clones.sh(clones.there, "echo mine >a.txt; echo s >staged; git add staged");
        String tree = clones.tree();
        String state = clones.gitState();

        clones.synced();

        assertThat(clones.sh(clones.there, "git status --porcelain")).isEmpty();
        assertThat(clones.tree()).isEqualTo(clones.tree(clones.here));
        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.gitState()).isEqualTo(state);

        clones.undone();

        assertThat(clones.sh(clones.there, "git status --porcelain; git rev-parse HEAD"))
                .isEqualTo(clones.sh(clones.here, "git rev-parse HEAD"));
        assertThat(clones.tree()).isEqualTo(clones.tree(clones.here));
    }

    @Test
    void anOriginThatCannotBeReachedChangesNothing() {
        clones.sh(clones.there, "echo mine >a.txt; echo u >u; git remote set-url origin /nowhere/at/all");
        String before = clones.everything();
        String times = "(?m)^(d 755 \\./\\.git |.*FETCH_HEAD).*\n";

        SyncFailure failure = fails();

        assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.REFUSED);
        assertThat(failure.why()).contains("/nowhere/at/all");
        assertThat(clones.everything().replaceAll(times, "")).isEqualTo(before.replaceAll(times, ""));
    }

    @Test
    void noRoomForWhatIsKeptStops() throws Exception {
        clones.pushed("echo new >a.txt");
        clones.sh(clones.there, "head -c 1000000 /dev/urandom >big");
        Path bin = Files.createDirectory(clones.home.resolve("bin"));
        clones.sh(bin, """
                printf '%s\\n' '#!/bin/sh' 'echo Filesystem 1024-blocks Used Available Capacity Mounted on' \
                  'echo /dev/x 100000 99000 1000 99% /' >df
                chmod +x df
                """);
        clones.variables.put("PATH", bin + ":" + clones.variables.get("PATH"));

        stops(Stop.Kind.NO_ROOM, "1024000 are free");
    }

    @Test
    void aRepositoryOfSomebodyElseSaysWhatToDo() {
        clones.sh(clones.home, "chown -R 12345 there 2>/dev/null || :");
        assumeTrue(clones.sh(clones.there, "stat -c %u .git").startsWith("12345"), "only root gives files away");

        SyncFailure failure = fails();

        assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.REFUSED);
        assertThat(failure.why()).contains("dubious ownership");
        assertThat(failure.advice()).contains("git config --global --add safe.directory " + clones.there);
    }

    @Test
    void aHostWithoutGitSaysSo() {
        clones.variables.put("PATH", "/nowhere");
        clones.shell = "/bin/sh";

        assertThat(fails().why())
                .satisfiesAnyOf(
                        why -> assertThat(why).contains("no git"),
                        why -> assertThat(why).contains("no script"));
    }
}
