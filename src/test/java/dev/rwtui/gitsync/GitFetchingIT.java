package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Secret;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.ssh.jsch.LabPlace;
import dev.rwtui.testing.Git;
import dev.rwtui.testing.HttpOrigin;
import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** git on a real host, which asks, or is refused, or waits for what never comes. */
@Timeout(60)
final class GitFetchingIT {

    private static final Fetching.Patience LONG = new Fetching.Patience(Duration.ofSeconds(30), Duration.ofSeconds(40));

    private static SshdLab lab;
    private static Path home;
    private static Path locked;

    @TempDir
    private Path directory;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<LabPlace> place = Optional.empty();
    private Git git;
    private Path origin;
    private Path clone;

    @BeforeAll
    static void startServer() throws IOException {
        lab = SshdLab.create();
        home = lab.startWithShell("host", LoginShell.BASH, "LogLevel INFO").home();
        locked = lab.key("locked", "ed25519", "open sesame");
        lab.authorize(locked);
        Files.createDirectory(home.resolve("tmp"));
        Files.writeString(home.resolve(".bashrc"), "export TMPDIR=$HOME/tmp GIT_CONFIG_NOSYSTEM=1\n");
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (lab != null) {
            lab.close();
        }
    }

    /** A bare repository with two commits, and a clone of its first. */
    @BeforeEach
    void makeRepositories() throws Exception {
        Files.deleteIfExists(home.resolve(".gitconfig"));
        git = Git.with(directory);
        origin = directory.resolve("origin.git");
        clone = directory.resolve("it's a clone");
        git.says(directory, "init", "-q", "--bare", "-b", "main", origin.toString());
        Path work = directory.resolve("work");
        git.says(directory, "clone", "-q", origin.toString(), work.toString());
        git.says(work, "checkout", "-q", "-b", "main");
        commit(work, "first");
        git.says(directory, "clone", "-q", origin.toString(), clone.toString());
        commit(work, "second");
        git.says(origin, "update-server-info");
    }

    private void commit(Path work, String name) throws Exception {
        Files.writeString(work.resolve(name), name);
        git.says(work, "add", ".");
        git.says(work, "commit", "-q", "-m", name);
        git.says(work, "push", "-q", "origin", "main");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        threads.shutdownNow();
        try {
            Waiting.until(() -> !Files.exists(clone.resolve(".git/rwtui"))
                    && names(home.resolve("tmp")).isEmpty());
        } finally {
            place.ifPresent(LabPlace::close);
        }
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    private LabPlace there() throws Exception {
        if (place.isEmpty()) {
            place = Optional.of(new LabPlace(lab, "host", Optional.empty()));
        }
        return place.get();
    }

    private Fetching fetching(Fetching.Patience patience) throws Exception {
        return new Fetching(there().scripts(), there().timers(), patience);
    }

    private void fetch(ThisSide side) throws Exception {
        fetching(LONG).fetch(there(), clone.toString(), "origin", side, new Cancellation());
    }

    private SyncFailure failure(ThisSide side, Fetching.Patience patience) {
        GitSyncException thrown = catchThrowableOfType(
                GitSyncException.class,
                () -> fetching(patience).fetch(there(), clone.toString(), "origin", side, new Cancellation()));
        assertThat(thrown).as("it was to fail").isNotNull();
        return thrown.failure();
    }

    private SyncFailure failure(ThisSide side) {
        return failure(side, LONG);
    }

    private void hasFetched() throws Exception {
        assertThat(git.says(clone, "rev-parse", "origin/main")).isEqualTo(git.says(origin, "rev-parse", "main"));
    }

    private void hasNotFetched() throws Exception {
        assertThat(git.says(clone, "rev-parse", "origin/main")).isEqualTo(git.says(origin, "rev-parse", "main~1"));
    }

    /** Answers by the beginning of a prompt; nothing to what is not in there. */
    private Side answering(Map<String, String> answers) {
        return new Side(prompt -> answers.entrySet().stream()
                .filter(answer -> prompt.startsWith(answer.getKey()))
                .map(answer -> Secret.owning(answer.getValue().toCharArray()))
                .findFirst());
    }

    private Side nobody() {
        return answering(Map.of());
    }

    private final class Side implements ThisSide {
        private final Function<String, Optional<Secret>> rule;
        private final List<Secret> given = Collections.synchronizedList(new ArrayList<>());

        Side(Function<String, Optional<Secret>> rule) {
            this.rule = rule;
        }

        @Override
        public Optional<Secret> answer(String prompt) {
            asked.add(prompt);
            Optional<Secret> answer = rule.apply(prompt);
            answer.ifPresent(given::add);
            return answer;
        }

        @Override
        public String bring(String root, String reference) {
            throw new AssertionError("nobody wants that");
        }
    }

    private HttpOrigin overHttp() throws Exception {
        HttpOrigin server = new HttpOrigin(origin, "ada", "pass 'wörd' $x");
        git.says(clone, "remote", "set-url", "origin", server.url());
        return server;
    }

    private void overSsh(Path key, String more) throws Exception {
        int port = lab.server("host").port();
        git.says(clone, "remote", "set-url", "origin", "ssh://" + SshdLab.user() + "@127.0.0.1:" + port + origin);
        git.says(
                clone,
                "config",
                "core.sshCommand",
                "ssh -F none -o HostKeyAlias=host -o UserKnownHostsFile=" + lab.path("known_hosts")
                        + " -o IdentityFile=" + key + " " + more);
    }

    @Test
    void whatNobodyNeedsToAnswerIsFetched() throws Exception {
        fetch(nobody());

        hasFetched();
        assertThat(asked).isEmpty();
    }

    @Test
    void nameAndPasswordAreAskedFor() throws Exception {
        Side ada = answering(Map.of("Username", "ada", "Password", "pass 'wörd' $x"));
        try (HttpOrigin server = overHttp()) {
            fetch(ada);

            assertThat(asked)
                    .containsExactly(
                            "Username for '" + server.url().replace("/origin.git", "") + "': ",
                            "Password for '"
                                    + server.url().replace("/origin.git", "").replace("//", "//ada@") + "': ");
        }
        hasFetched();
        assertThat(ada.given).last().matches(secret -> secret.use(String::new).equals("\0".repeat(14)), "wiped");
    }

    @Test
    void aWrongPasswordIsARefusalInGitsWords() throws Exception {
        try (HttpOrigin server = overHttp()) {
            SyncFailure failure = failure(answering(Map.of("Username", "ada", "Password", "wrong")));

            assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.REFUSED);
            assertThat(failure.why()).isEqualTo("Authentication failed for '" + server.url() + "/'");
            assertThat(failure.advice()).contains("token");
        }
        hasNotFetched();
    }

    @Test
    void whatNobodyAnswersIsARefusal() throws Exception {
        try (HttpOrigin server = overHttp()) {
            SyncFailure failure = failure(nobody());

            assertThat(failure.why()).startsWith("could not read Username for 'http://127.0.0.1");
            assertThat(failure.advice()).contains("credential helper");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatComesTooLateIsNoAnswerAndWiped() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Secret secret = Secret.owning("ada".toCharArray());
        CountDownLatch gone = new CountDownLatch(1);
        Side slow = new Side(prompt -> {
            awaitDespiteInterrupts(late);
            gone.countDown();
            return Optional.of(secret);
        });
        try (HttpOrigin server = overHttp()) {
            SyncFailure failure = failure(slow, new Fetching.Patience(Duration.ofMillis(300), Duration.ofSeconds(20)));

            assertThat(failure.why()).startsWith("could not read Username");
        }
        late.countDown();
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        Waiting.until(() -> secret.use(String::new).equals("\0\0\0"));
    }

    private static void awaitDespiteInterrupts(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                // It is stubborn: that is what is tested.
            }
        }
    }

    @Test
    void whoGivesItUpWhileItAsksIsFreeAtOnce() throws Exception {
        CountDownLatch asks = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Side silent = new Side(prompt -> {
            asks.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Optional.empty();
        });
        Cancellation cancellation = new Cancellation();
        try (HttpOrigin server = overHttp()) {
            Fetching fetching = fetching(LONG);
            Future<?> running = threads.submit(() -> {
                GitSyncException thrown = catchThrowableOfType(
                        GitSyncException.class,
                        () -> fetching.fetch(there(), clone.toString(), "origin", silent, cancellation));
                assertThat(thrown).hasMessage("given up");
            });
            assertThat(asks.await(20, TimeUnit.SECONDS)).isTrue();

            cancellation.cancel();

            running.get(2, TimeUnit.SECONDS);
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theUsersCredentialHelperAnswersFirst() throws Exception {
        Files.writeString(
                home.resolve(".gitconfig"),
                "[credential]\n\thelper = \"!f() { echo username=ada; echo \\\"password=pass 'wörd' \\\\$x\\\"; }; f\"\n");
        try (HttpOrigin server = overHttp()) {
            fetch(nobody());
        }
        hasFetched();
        assertThat(asked).isEmpty();
    }

    @Test
    void sshAsksForThePassphraseOfAKey() throws Exception {
        overSsh(locked, "-o IdentitiesOnly=yes");

        fetch(answering(Map.of("Enter passphrase for key", "open sesame")));

        hasFetched();
        assertThat(asked).containsExactly("Enter passphrase for key '" + locked + "': ");
    }

    @Test
    void sshAsksAboutAHostKey() throws Exception {
        overSsh(lab.path("id_ed25519"), "");
        git.says(
                clone,
                "config",
                "core.sshCommand",
                "ssh -F none -o UserKnownHostsFile=/dev/null -o GlobalKnownHostsFile=/dev/null -o IdentityFile="
                        + lab.path("id_ed25519"));

        fetch(answering(Map.of("The authenticity of host", "yes")));

        hasFetched();
        assertThat(asked.get(0)).contains("fingerprint is SHA256:").contains("(yes/no");

        git.says(clone, "update-ref", "refs/remotes/origin/main", "main");
        SyncFailure failure = failure(nobody());

        assertThat(failure.why()).isEqualTo("Host key verification failed");
    }

    @Test
    void aKeyThatIsNotAuthorizedIsARefusalInSshsWords() throws Exception {
        Path stranger = lab.path("stranger");
        if (!Files.exists(stranger)) {
            lab.key("stranger", "ed25519", "");
        }
        overSsh(stranger, "-o IdentitiesOnly=yes");

        SyncFailure failure = failure(nobody());

        assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.REFUSED);
        assertThat(failure.why()).contains("Permission denied (publickey");
        assertThat(failure.advice()).contains("ForwardAgent").contains("from here");
    }

    @Test
    void anAgentThatIsLentHasTheKey() throws Exception {
        overSsh(Path.of("none"), "");
        place = Optional.of(new LabPlace(lab, "host", Optional.of(lab.agent(lab.path("id_ed25519")))));

        fetch(nobody());

        hasFetched();
        assertThat(asked).isEmpty();
    }

    @Test
    void anOriginThatIsNotThereIsARefusal() throws Exception {
        git.says(
                clone,
                "remote",
                "set-url",
                "origin",
                directory.resolve("nowhere").toString());

        SyncFailure failure = failure(nobody());

        assertThat(failure.why())
                .isEqualTo("'" + directory.resolve("nowhere") + "' does not appear to be a git repository");
        assertThat(failure.advice()).contains("git remote -v");
    }

    @Test
    void anOriginThatCannotBeReachedIsARefusal() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        git.says(clone, "remote", "set-url", "origin", "http://ada:secret@127.0.0.1:" + port + "/x.git");

        SyncFailure overHttp = failure(nobody());

        assertThat(overHttp.why())
                .contains("unable to access 'http://127.0.0.1:" + port)
                .doesNotContain("secret");
        assertThat(overHttp.advice()).contains("from here");

        git.says(clone, "remote", "set-url", "origin", "ssh://127.0.0.1:" + port + "/x.git");
        SyncFailure overSsh = failure(nobody());

        assertThat(overSsh.why()).contains("connect to host 127.0.0.1 port " + port + ": Connection refused");
        assertThat(overSsh.advice()).contains("from here");
    }

    @Test
    void anOriginThatSaysNothingIsGivenUpInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            git.says(clone, "remote", "set-url", "origin", "http://127.0.0.1:" + silent.getLocalPort() + "/x.git");

            SyncFailure failure =
                    failure(nobody(), new Fetching.Patience(Duration.ofSeconds(1), Duration.ofSeconds(2)));

            assertThat(failure.why()).isEqualTo("git made no progress for 2 s, and was stopped");
            noGitIsLeft();
        }
    }

    @Test
    void whatIsGivenUpDoesNotGoOnThere() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            git.says(clone, "remote", "set-url", "origin", "http://127.0.0.1:" + silent.getLocalPort() + "/x.git");
            Cancellation cancellation = new Cancellation();
            Fetching fetching = fetching(LONG);
            Future<?> running = threads.submit(() -> catchThrowableOfType(
                    GitSyncException.class,
                    () -> fetching.fetch(there(), clone.toString(), "origin", nobody(), cancellation)));
            silent.setSoTimeout(20_000);
            try (Socket git = silent.accept()) {
                cancellation.cancel();

                assertThat(running.get(2, TimeUnit.SECONDS)).isNotNull();
                noGitIsLeft();
            }
        }
    }

    private void noGitIsLeft() {
        Waiting.until(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> process.info().commandLine().orElse("").contains(clone.toString())));
    }

    /** By the system's memory killer, say: the next one removes what is left, and what only this machine's may remove. */
    @Test
    void whatAKilledRunHasLeftIsRemovedByTheNext() throws Exception {
        Path left = Files.createDirectories(clone.resolve(".git/rwtui"));
        String machine = new String(
                new ProcessBuilder("sh", "-c", "uname -n | tr -cd 'A-Za-z0-9_-'")
                        .start()
                        .getInputStream()
                        .readAllBytes(),
                StandardCharsets.US_ASCII);
        Files.createDirectory(left.resolve("ask." + machine + ".99999999.abcdef"));
        Path alive = Files.createDirectory(
                left.resolve("ask." + machine + "." + ProcessHandle.current().pid() + ".abcdef"));
        Path elsewhere = Files.createDirectory(left.resolve("ask.another.99999999.abcdef"));

        fetch(nobody());

        assertThat(names(left)).containsExactlyInAnyOrder(alive.toString(), elsewhere.toString());
        Files.delete(alive);
        Files.delete(elsewhere);
        Files.delete(left);
    }

    @Test
    void nothingIsPrunedThatTheUserDoesNotPrune() throws Exception {
        git.says(clone, "update-ref", "refs/remotes/origin/gone", "main");

        fetch(nobody());

        assertThat(git.says(clone, "rev-parse", "origin/gone")).isNotEmpty();
    }

    @Test
    void pushingBringsTheCommitsToTheOrigin() throws Exception {
        fetch(nobody());
        git.says(clone, "merge", "-q", "origin/main");
        git.says(clone, "commit", "-q", "--allow-empty", "-m", "there");

        fetching(LONG).push(there(), clone.toString(), "origin", "main", nobody(), new Cancellation());

        assertThat(git.says(origin, "rev-parse", "main")).isEqualTo(git.says(clone, "rev-parse", "HEAD"));
    }

    @Test
    void aPushThatLacksCommitsIsARefusal() throws Exception {
        git.says(clone, "commit", "-q", "--allow-empty", "-m", "there");

        GitSyncException thrown = catchThrowableOfType(
                GitSyncException.class,
                () -> fetching(LONG).push(there(), clone.toString(), "origin", "main", nobody(), new Cancellation()));

        assertThat(thrown.failure().why()).isEqualTo("[rejected]        HEAD -> main (fetch first)");
        assertThat(thrown.failure().advice()).contains("somebody has pushed");
    }
}
