package dev.rwtui.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.remote.Place;
import dev.rwtui.repo.Courier.Brought;
import dev.rwtui.repo.Courier.Destination;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.ssh.jsch.LabPlace;
import dev.rwtui.testing.Git;
import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.StartUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits from here to the real git of a real host. */
@Timeout(60)
final class CourierIT {

    private static final String INCOMING = "refs/rwtui/incoming/main";

    private static SshdLab lab;

    @TempDir
    private Path directory;

    private Optional<LabPlace> place = Optional.empty();
    private Git git;
    private Path here;
    private Path there;

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        lab.start("host", "LogLevel INFO");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    /** The one there is a clone of the first commit, with work of its own in its tree. */
    @BeforeEach
    void makeRepositories() throws Exception {
        git = Git.with(directory);
        here = directory.resolve("here");
        there = directory.resolve("it's \"there\"\n$HOME");
        git.says(directory, "init", "-q", "-b", "main", here.toString());
        commit("first", "1");
        git.says(directory, "clone", "-q", here.toString(), there.toString());
        Files.writeString(there.resolve("first"), "work");
    }

    @AfterEach
    void close() {
        place.ifPresent(LabPlace::close);
    }

    private void commit(String name, String text) throws Exception {
        Files.writeString(here.resolve(name), text);
        git.says(here, "add", ".");
        git.says(here, "commit", "-q", "-m", name);
    }

    private LabPlace host(String server) throws Exception {
        if (place.isEmpty()) {
            place = Optional.of(new LabPlace(lab, server, Optional.empty()));
        }
        return place.get();
    }

    private LocalRepository local(Path start) throws Exception {
        return LocalRepository.find(
                        start, new Surroundings(Map.of("GIT_CONFIG_NOSYSTEM", "1"), directory.resolve("home")))
                .orElseThrow();
    }

    private Brought bring() throws Exception {
        return bring(host("host"), local(here));
    }

    private Brought bring(LabPlace host, LocalRepository from) throws Exception {
        return new Courier(host.scripts(), host.timers())
                .bring(from, to(host), (task, done, total) -> {}, new Cancellation());
    }

    private Destination to(Place host) {
        return new Destination(host, there.toString(), INCOMING);
    }

    private String failure(Path start) {
        RepositoryException thrown =
                catchThrowableOfType(RepositoryException.class, () -> bring(host("host"), local(start)));
        assertThat(thrown).as("it was to fail").isNotNull();
        return thrown.words();
    }

    private void hasCome() throws Exception {
        assertThat(git.says(there, "rev-parse", INCOMING)).isEqualTo(git.says(here, "rev-parse", "HEAD"));
        isSound();
    }

    private void isSound() throws Exception {
        assertThat(git.run(there, "fsck", "--full").status()).isZero();
        assertThat(git.says(there, "rev-parse", "main")).isEqualTo(git.says(there, "rev-parse", "origin/main"));
        assertThat(Files.readString(there.resolve("first"))).isEqualTo("work");
        assertThat(git.says(there, "for-each-ref", "--format=%(refname)").lines())
                .containsAnyOf("refs/heads/main")
                .allMatch(name -> name.startsWith("refs/heads/main")
                        || name.startsWith("refs/remotes/")
                        || name.equals(INCOMING));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void commitsArrivePastEveryLoginShell(LoginShell shell) throws Exception {
        String server = "noisy_" + shell;
        Path home = lab.startWithShell(server, shell, "LogLevel INFO").home();
        shell.begins(home, StartUp.NOISY);
        commit("second", "2");

        Brought brought = bring(host(server), local(here));

        assertThat(brought.commit()).isEqualTo(git.says(here, "rev-parse", "HEAD"));
        assertThat(brought.notes()).isEmpty();
        hasCome();
    }

    @Test
    void onlyWhatIsMissingTravels() throws Exception {
        Files.write(here.resolve("large"), noise(3 << 20));
        commit("second", "2");
        assertThat(bring().bytes()).isBetween(3L << 20, (3L << 20) + 100_000);
        commit("third", "3");

        assertThat(bring().bytes()).isLessThan(2_000);
        hasCome();

        assertThat(bring().bytes()).isLessThan(10);
    }

    @Test
    void aHistoryThatWasRewrittenArrivesTooWhateverIsForbiddenThere() throws Exception {
        Path hook = there.resolve(".git/hooks/pre-receive");
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        git.says(there, "config", "receive.denyNonFastForwards", "true");
        commit("second", "2");
        bring();
        git.says(here, "commit", "-q", "--amend", "-m", "another");

        bring();

        hasCome();
    }

    @Test
    void aLinkedWorkTreeBringsItsOwnBranch() throws Exception {
        Path linked = directory.resolve("linked");
        git.says(here, "worktree", "add", "-q", "-b", "side", linked.toString());
        git.says(linked, "commit", "-q", "--allow-empty", "-m", "side");

        Brought brought = bring(host("host"), local(linked));

        assertThat(brought.commit()).isEqualTo(git.says(linked, "rev-parse", "side"));
        assertThat(git.says(there, "rev-parse", INCOMING)).isEqualTo(brought.commit());
    }

    @Test
    void aShallowRepositoryBringsWhatComesAfterWhatIsThere() throws Exception {
        Path shallow = directory.resolve("shallow");
        git.says(directory, "clone", "-q", "--depth", "1", "file://" + here, shallow.toString());
        git.says(shallow, "commit", "-q", "--allow-empty", "-m", "later");

        Brought brought = bring(host("host"), local(shallow));

        assertThat(git.says(there, "rev-parse", INCOMING)).isEqualTo(brought.commit());
        isSound();
    }

    @Test
    void aShallowRepositoryThatLacksWhatIsMissingThereIsTold() throws Exception {
        commit("second", "2");
        commit("third", "3");
        Path shallow = directory.resolve("shallow");
        git.says(directory, "clone", "-q", "--depth", "1", "file://" + here, shallow.toString());

        assertThat(failure(shallow)).contains("git fetch --unshallow");
        isSound();
    }

    @Test
    void whatIsNoBranchIsNotBrought() throws Exception {
        git.says(here, "checkout", "-q", "--detach");
        assertThat(failure(here)).startsWith("no branch is checked out here: HEAD is at ");

        git.says(here, "checkout", "-q", "--orphan", "unborn");
        assertThat(failure(here)).isEqualTo("the branch unborn here has no commit yet");
    }

    @Test
    void whatIsInLfsIsSaidToStay() throws Exception {
        Files.createDirectory(here.resolve("data"));
        commit("data/.gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n");

        assertThat(bring().notes()).containsExactly("files in Git LFS do not come along: only their pointers do");
    }

    @Test
    void whatGitThereSaysIsWhy() throws Exception {
        Path nothing = directory.resolve("nothing");
        there = nothing;

        assertThat(failure(here)).contains("'" + nothing + "' does not appear to be a git repository");
    }

    /** In bounded memory: the test's own is larger than rwtui's, so JGit's appetite is what counts. */
    @Test
    void aLargePackIsAStream() throws Exception {
        Files.write(here.resolve("large"), noise(64 << 20));
        commit("second", "2");
        long before = live();
        long[] most = {0};
        LabPlace host = host("host");

        new Courier(host.scripts(), host.timers())
                .bring(
                        local(here),
                        to(host),
                        (task, done, total) -> most[0] = Math.max(most[0], task.startsWith("Writing") ? live() : 0),
                        new Cancellation());

        hasCome();
        assertThat(most[0] - before).isLessThan(30L << 20);
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatIsGivenUpInTheMiddleLeavesTheRepositorySound() throws Exception {
        Files.write(here.resolve("large"), noise(20 << 20));
        commit("second", "2");
        Cancellation cancellation = new Cancellation();
        LabPlace host = host("host");

        RepositoryException thrown = catchThrowableOfType(
                RepositoryException.class,
                () -> new Courier(host.scripts(), host.timers())
                        .bring(
                                local(here),
                                to(host),
                                (task, done, total) -> givenUpWriting(task, done, cancellation),
                                cancellation));

        assertThat(thrown.words()).isEqualTo("given up");
        isSound();
        assertThat(git.run(there, "rev-parse", "-q", "--verify", INCOMING).status())
                .isNotZero();
        bring();
        hasCome();
    }

    private static void givenUpWriting(String task, int done, Cancellation cancellation) {
        if (task.startsWith("Writing") && done > 0) {
            cancellation.cancel();
        }
    }

    @Test
    void aGitThereThatDoesNotGoOnIsGivenUpInTime() throws Exception {
        Path home =
                lab.startWithShell("stuck", LoginShell.BASH, "LogLevel INFO").home();
        Files.createDirectory(home.resolve("bin"));
        Path stuck = Files.writeString(home.resolve("bin/git"), "#!/bin/sh\nexec sleep 1000\n");
        assertThat(stuck.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve(".bashrc"), "export PATH=$HOME/bin:$PATH\n");
        LabPlace host = host("stuck");
        Courier impatient = new Courier(host.scripts(), host.timers(), Duration.ofMillis(500));

        RepositoryException thrown = catchThrowableOfType(
                RepositoryException.class,
                () -> impatient.bring(local(here), to(host), (task, done, total) -> {}, new Cancellation()));

        assertThat(thrown.words()).isEqualTo("nothing moved for too long, so it was given up");
    }
}
