package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A person whose files reach the host by other ways than git, in the packaged program, on real OpenSSH. */
@Timeout(120)
final class GitSyncOnTheScreenIT {

    private Tmux tmux;
    private SshdLab lab;
    private Path config;
    private Path here;
    private Path there;

    @BeforeEach
    void start() throws Exception {
        tmux = Packaged.terminal();
        lab = SshdLab.create();
        lab.start("gate", "LogLevel INFO");
        Path home =
                lab.startWithShell("direwolf", LoginShell.BASH, "LogLevel INFO").home();
        config = lab.sshConfig();
        here = lab.path("vision");
        there = home.toRealPath().resolve("vision");
        sh(lab.path("."), """
                export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
                git init -q --bare -b main origin.git
                git init -q -b main vision
                cd vision
                git remote add origin "$PWD/../origin.git"
                echo one >train.py
                git add -A
                git commit -q -m Begin
                git push -q -u origin main
                git clone -q ../origin.git '%s'
                echo two >train.py
                git commit -q -a -m 'Train longer'
                git push -q
                cp train.py '%s'
                echo scratch >'%s/notes.txt'
                git config rwtui.direwolf.path '%s'
                """.formatted(there, there, there, there));
    }

    @AfterEach
    void stop() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    private static void sh(Path directory, String script) throws Exception {
        Process process = new ProcessBuilder("/bin/sh", "-e", "-c", script)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Tmux rwtui(String arguments) {
        return tmux.command("clear; cd " + here + "; " + Packaged.launcher() + " -F " + config + " " + arguments
                + "; echo status $?");
    }

    @Test
    void thePersonSeesWhatWouldBeLostSyncsAndTakesItBack() throws Exception {
        rwtui("").awaitSays("#{alternate_on}", "1").awaits("direwolf");
        tmux.press("Down", "Enter").awaits("4 Sync").awaits("exists nowhere else");

        tmux.press("g").awaits("nothing is done yet").awaits("notes.txt");
        assertThat(there.resolve("notes.txt")).exists();
        tmux.press("y").awaits("same code").awaits("z undoes it");
        assertThat(there.resolve("notes.txt")).doesNotExist();

        tmux.press("z").awaits("Undo on direwolf").press("y").awaits("undone");
        tmux.awaits("exists nowhere else");
        assertThat(Files.readString(there.resolve("notes.txt"))).isEqualTo("scratch\n");
        assertThat(Files.readString(there.resolve("train.py"))).isEqualTo("two\n");

        tmux.press("b").awaits("Backups on direwolf").press("Escape").awaits("4 Sync");
        tmux.press("x").awaits("off").press("q").awaits("status 0");
    }

    @Test
    void theCommandsAnswerAlike() throws Exception {
        rwtui("git status direwolf").awaits("status 1").awaits("equals the incoming commit");
        rwtui("git sync direwolf --dry-run").awaits("status 0").awaits("in the backup");
        assertThat(there.resolve("notes.txt")).exists();
        rwtui("git sync direwolf --yes").awaits("status 0").awaits("rwtui git undo direwolf");
        assertThat(there.resolve("notes.txt")).doesNotExist();
        rwtui("git status direwolf").awaits("status 0").awaits("same code");
        rwtui("git undo direwolf --yes").awaits("status 0");
        assertThat(there.resolve("notes.txt")).exists();
        rwtui("git backups direwolf").awaits("status 0").awaits("before sync");

        sh(there, "git -c user.name=Eve -c user.email=eve@example.org commit -q -a -m Mine");
        rwtui("git sync direwolf --yes").awaits("status 5").awaits("not upstream");
        rwtui("git sync direwolf --yes --keep-commits").awaits("status 0");
        rwtui("git status direwolf").awaits("status 0");
    }
}
