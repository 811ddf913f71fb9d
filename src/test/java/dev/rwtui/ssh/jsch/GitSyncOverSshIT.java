package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Endpoint;
import dev.rwtui.base.Secret;
import dev.rwtui.gitsync.GitSync;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.PreparedSync;
import dev.rwtui.gitsync.ThisSide;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import dev.rwtui.ssh.jsch.SessionRig.Host;
import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.Relay;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.StartUp;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** git-sync of a repository behind OpenSSH, whatever the login shell is, and where the connection breaks. */
@Timeout(60)
final class GitSyncOverSshIT {

    private final SessionRig rig = new SessionRig();
    private SshdLab lab;
    private Path home = Path.of("");
    private GitSync sync;

    @BeforeEach
    void open() throws IOException {
        lab = SshdLab.create();
        sync = new GitSync(
                new Scripts(rig.timers, rig.executor()), rig.timers, rig.executor(), () -> Duration.ofDays(30));
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
        if (lab != null) {
            lab.close();
        }
    }

    private void furnish(Path directory) {
        home = directory;
        sh("""
                git config --global user.name Ada; git config --global user.email ada@example.org
                git config --global init.defaultBranch main
                git init -q --bare origin.git
                git clone -q origin.git here 2>/dev/null
                cd here; echo one >a.txt; echo two >b.txt; git add -A; git commit -q -m first; git push -q -u origin main
                cd ..; git clone -q origin.git there
                cd here; echo new >a.txt; git commit -q -am next; git push -q
                cd ../there; cp ../here/a.txt .; echo mine >b.txt; echo note >"$(printf 'caf\\351')"
                """);
    }

    private String sh(String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-e").directory(home.toFile());
            builder.redirectErrorStream(true).environment().put("HOME", home.toString());
            Process process = builder.start();
            process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(process.onExit().join().exitValue())
                    .as(script + "\n" + said)
                    .isZero();
            return said;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String tree() {
        return sh(
                "cd there; find . -path ./.git -prune -o -type f -print0 | sort -z | xargs -0 sha1sum; git ls-files -s");
    }

    private String there() {
        return home.resolve("there").toString();
    }

    private PreparedSync plan(Place place) throws GitSyncException {
        return sync.plan(place, there(), SyncWish.PLAIN, new Nobody(), step -> {}, new Cancellation());
    }

    @ParameterizedTest
    @EnumSource
    void itIsTheSameWhateverTheLoginShell(LoginShell shell) throws Exception {
        furnish(lab.startWithShell("host", shell, "LogLevel INFO").home());
        shell.begins(home, StartUp.NOISY);
        Place place = new SessionPlace(rig.connect(Host.in(lab, "host")));
        String before = tree();

        assertThat(sync.status(place, Optional.empty(), place, "~/there", new Cancellation())
                        .verdict()
                        .kind())
                .isEqualTo(Verdict.Kind.HOLDS_WORK);
        PreparedSync prepared = plan(place);
        assertThat(prepared.plan().stops()).isEmpty();
        assertThat(prepared.plan().running()).isEmpty();
        sync.carryOut(place, prepared, step -> {}, new Cancellation());

        assertThat(sh("cd there; git status --porcelain; git rev-parse HEAD"))
                .isEqualTo(sh("cd here; git rev-parse HEAD"));

        PreparedSync undoing = sync.planUndo(place, there(), Optional.empty(), step -> {}, new Cancellation());
        sync.carryOut(place, undoing, step -> {}, new Cancellation());

        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void whatHasBegunToChangeFilesGoesOnWithoutTheConnection() throws Exception {
        furnish(lab.startWithShell("host", LoginShell.BASH, "LogLevel INFO").home());
        // A git that waits, once files change, until the connection has gone.
        sh("""
                mkdir bin
                cat >bin/git <<'END'
                #!/bin/sh
                case " $* " in *' reset '*) : >"$HOME/resetting"
                  while [ ! -e "$HOME/gone" ]; do sleep 0.05; done ;; esac
                exec /usr/bin/git "$@"
                END
                chmod +x bin/git
                echo 'PATH=$HOME/bin:$PATH' >.bashrc
                """);
        String before = tree();
        try (Relay relay = Relay.to(lab.server("host").port())) {
            Place place = new SessionPlace(rig.connect(through(relay)));
            PreparedSync prepared = plan(place);
            rig.executor().execute(() -> {
                Waiting.until(() -> Files.exists(home.resolve("resetting")));
                relay.reset();
            });

            GitSyncException thrown = catchThrowableOfType(
                    GitSyncException.class, () -> sync.carryOut(place, prepared, step -> {}, new Cancellation()));

            assertThat(thrown.failure().kind()).isEqualTo(SyncFailure.Kind.BROKEN_OFF);
            assertThat(thrown.failure().why()).contains("goes on without it");
        }
        Place again = new SessionPlace(rig.connect(Host.in(lab, "host")));
        assertThat(plan(again).plan().stops())
                .singleElement()
                .satisfies(stop -> assertThat(stop.why()).isEqualTo("another git-sync is under way there"));
        sh(": >gone");
        Waiting.until(() -> !Files.exists(home.resolve("there/.git/rwtui/journal")));

        assertThat(plan(again).plan().isDone()).isTrue();
        assertThat(sh("cd there; git status --porcelain; git rev-parse HEAD; find .git -name '*.lock'"))
                .isEqualTo(sh("cd here; git rev-parse HEAD"));

        sync.carryOut(
                again,
                sync.planUndo(again, there(), Optional.empty(), step -> {}, new Cancellation()),
                step -> {},
                new Cancellation());
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void whatHasNotBegunToChangeFilesEndsWithTheConnection() throws Exception {
        furnish(lab.startWithShell("host", LoginShell.DASH, "LogLevel INFO").home());
        String before = tree();
        try (Relay relay = Relay.to(lab.server("host").port())) {
            Place place = new SessionPlace(rig.connect(through(relay)));
            PreparedSync prepared = plan(place);

            GitSyncException thrown = catchThrowableOfType(
                    GitSyncException.class,
                    () -> sync.carryOut(
                            place,
                            prepared,
                            step -> {
                                if (step.equals("looking whether all is as planned")) {
                                    relay.reset();
                                }
                            },
                            new Cancellation()));

            assertThat(thrown).isNotNull();
        }
        Place again = new SessionPlace(rig.connect(Host.in(lab, "host")));
        // It may have come further than what was heard of it; either way nothing is lost.
        Waiting.until(() -> !Files.exists(home.resolve("there/.git/rwtui/journal")));
        PreparedSync next = plan(again);
        if (!next.plan().isDone()) {
            assertThat(tree()).isEqualTo(before);
            sync.carryOut(again, next, step -> {}, new Cancellation());
        }
        assertThat(sh("cd there; git status --porcelain; git rev-parse HEAD"))
                .isEqualTo(sh("cd here; git rev-parse HEAD"));
    }

    private Host through(Relay relay) {
        return Host.in(lab, "host")
                .address(new Endpoint("127.0.0.1", relay.port()))
                .with("HostKeyAlias", "host");
    }

    private static final class Nobody implements ThisSide {
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
