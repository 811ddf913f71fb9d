package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Secret;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An origin, a clone here and a clone there, all on this machine; what is done to them is done by a shell and real git. */
final class Clones implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 50;

    /** A tree to the byte, but for times: names, kinds, permissions, targets of links, contents. */
    private static final String TREE = """
            find . -path ./.git -prune -o ! -type d -printf '%y %m %p %l\\n' -o -type d -printf '%y %p\\n' | sort
            find . -path ./.git -prune -o -type f -print0 | sort -z | xargs -0 -r sha1sum
            """;

    private static final String EVERYTHING = """
            find . -printf '%y %m %p %l %i %T@\\n' | sort
            find . -type f -print0 | sort -z | xargs -0 -r sha1sum
            """;

    final Path home;
    final Path origin;
    final Path here;
    final Path there;
    final Map<String, String> variables = new HashMap<>();
    Duration keepFor = Duration.ofDays(30);

    /** What the login shell there has beside. */
    final Map<String, String> elsewhere = new HashMap<>();

    final List<String> steps = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Scripts scripts;
    private final SystemTimers timers;
    GitSync sync;

    /** The shell of its scripts. */
    String shell = "/bin/sh";

    Clones(Path home) {
        this.home = home;
        this.origin = home.resolve("origin.git");
        this.here = home.resolve("here");
        this.there = home.resolve("there");
        variables.put("HOME", home.toString());
        variables.put("PATH", System.getenv("PATH"));
        this.timers = new SystemTimers(clock);
        this.scripts = new Scripts(timers, threads);
        this.sync = new GitSync(scripts, timers, threads, () -> keepFor);
        sh(home, """
                git config --global user.name Ada
                git config --global user.email ada@example.org
                git config --global init.defaultBranch main
                git config --global advice.detachedHead false
                git init -q --bare origin.git
                git clone -q origin.git here
                cd here
                mkdir -p src
                echo one >a.txt
                echo two >src/b.txt
                echo three >src/c.txt
                printf '*.log\\nbuild/\\n' >.gitignore
                git add -A
                git commit -q -m first
                git push -q -u origin main
                cd ..
                git clone -q origin.git there
                """);
    }

    /** From now on files are copied into git up to so many bytes, each and together. */
    void limit(long large, long most) {
        sync = new GitSync(scripts, timers, threads, () -> keepFor, new Limits(large, most));
    }

    /** From now on a program of that name comes first on the PATH there; {@code $real} is the one that it stands for. */
    void program(String name, String script) {
        sh(
                home,
                "mkdir -p bin; { echo '#!/bin/sh'; echo \"real=$(command -v " + name + ")\"; } >bin/" + name
                        + "; chmod +x bin/" + name);
        try {
            Files.writeString(home.resolve("bin").resolve(name), script, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String path = String.valueOf(variables.get("PATH"));
        if (!path.startsWith(home.toString())) {
            variables.put("PATH", home.resolve("bin") + ":" + path);
        }
    }

    /** Runs a script of a shell, which must succeed, and gives what it says. */
    String sh(Path directory, String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-e").directory(directory.toFile());
            builder.redirectErrorStream(true).environment().clear();
            builder.environment().putAll(variables);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(script + "\n" + said).isZero();
            return said;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A commit made here and pushed. */
    void pushed(String script) {
        sh(here, script + "\ngit add -A\ngit commit -q -m next\ngit push -q origin HEAD\n");
    }

    Place place() {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(elsewhere);
        ThisMachine machine = new ThisMachine(all);
        return (command, cancellation) -> machine.start(command.replace("/bin/sh -s", shell + " -s"), cancellation);
    }

    SyncStatus status() throws GitSyncException {
        return sync.status(place(), Optional.of(here.toString()), place(), there.toString(), new Cancellation());
    }

    /** Without a repository here. */
    SyncStatus statusThere() throws GitSyncException {
        return sync.status(place(), Optional.empty(), place(), there.toString(), new Cancellation());
    }

    PreparedSync plan() throws GitSyncException {
        return plan(SyncWish.PLAIN);
    }

    PreparedSync plan(SyncWish wish) throws GitSyncException {
        return sync.plan(place(), there.toString(), wish, new Nobody(), steps::add, new Cancellation());
    }

    SyncOutcome synced() throws GitSyncException {
        return carriedOut(plan());
    }

    SyncOutcome carriedOut(PreparedSync prepared) throws GitSyncException {
        assertThat(prepared.plan().stops()).isEmpty();
        return sync.carryOut(place(), prepared, steps::add, new Cancellation());
    }

    SyncPlan undonePlan() throws GitSyncException {
        return undoing(Optional.empty()).plan();
    }

    PreparedSync undoing(Optional<String> backup) throws GitSyncException {
        return sync.planUndo(place(), there.toString(), backup, steps::add, new Cancellation());
    }

    SyncOutcome undone() throws GitSyncException {
        return carriedOut(undoing(Optional.empty()));
    }

    /** The work tree there, to the byte. */
    String tree() {
        return tree(there);
    }

    String tree(Path root) {
        return sh(root, TREE);
    }

    /** The same as git sees it, which knows of permissions whether a file is executable. */
    String treeAsGit(Path root) {
        return sh(
                root,
                "{ " + TREE.strip().replace("\n", "; ")
                        + "; } | sed 's/^f [246]../f file/; s/^f [1357]../f program/' | sort");
    }

    /** Index, HEAD and what git thinks of the work tree. */
    String gitState() {
        return gitState(there);
    }

    String gitState(Path root) {
        return sh(
                root,
                "git symbolic-ref -q HEAD || echo detached; git rev-parse -q --verify HEAD || echo none; git ls-files -s;"
                        + " git status --porcelain=v2 -uall");
    }

    /** What {@code git reset --hard}, {@code git clean -fd} and {@code git pull} make of a copy of what is there. */
    Path byHand() {
        Path copy = home.resolve("by-hand");
        sh(
                home,
                "rm -rf by-hand; cp -a there by-hand; cd by-hand; git reset -q --hard; git clean -q -fd;"
                        + " git pull -q --ff-only");
        return copy;
    }

    /** {@link #byHand}; whether git could do it, which refuses where ignored files are in the way. */
    boolean triesByHand() {
        String said = sh(
                home,
                "rm -rf by-hand; cp -a there by-hand; cd by-hand; git reset -q --hard; git clean -q -fd;"
                        + " if git pull -q --ff-only; then echo pulled; else echo refused; fi");
        return said.endsWith("pulled\n");
    }

    /** What a plan does to each path. */
    static Map<String, PathFate.Fate> fates(SyncPlan plan) {
        Map<String, PathFate.Fate> fates = new TreeMap<>();
        plan.paths().forEach(path -> fates.put(path.path(), path.fate()));
        return fates;
    }

    List<Backup> backups() throws GitSyncException {
        return sync.backups(place(), there.toString(), new Cancellation());
    }

    String shown(String backup) throws GitSyncException {
        return sync.show(place(), there.toString(), backup, new Cancellation());
    }

    void drop(String... ids) throws GitSyncException {
        sync.drop(place(), there.toString(), List.of(ids), new Cancellation());
    }

    /** Syncs, and compares with what the three commands leave; then undoes, and compares with what there was. */
    SyncPlan syncsLikeTheCommandsAndUndoes() throws GitSyncException {
        String tree = tree();
        String state = gitState();
        boolean possible = triesByHand();

        PreparedSync prepared = plan();
        SyncOutcome outcome = carriedOut(prepared);

        assertThat(outcome.left()).isEmpty();
        if (possible) {
            Path byHand = home.resolve("by-hand");
            assertThat(treeAsGit(there)).as("files").isEqualTo(treeAsGit(byHand));
            assertThat(gitState()).as("git").isEqualTo(gitState(byHand));
        }

        undone();

        assertThat(tree()).as("files undone").isEqualTo(tree);
        assertThat(gitState()).as("git undone").isEqualTo(state);
        return prepared.plan();
    }

    /** Everything about the files and the git directory there that a plan must not change, to the byte. */
    String everything() {
        return sh(there, EVERYTHING);
    }

    boolean isThere(String path) {
        return Files.exists(there.resolve(path));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        clock.shutdownNow();
    }

    /** This side without anybody. */
    static final class Nobody implements ThisSide {
        @Override
        public Optional<Secret> answer(String prompt) {
            return Optional.empty();
        }

        @Override
        public String bring(String root, String reference) {
            throw new AssertionError("nothing is brought");
        }
    }
}
