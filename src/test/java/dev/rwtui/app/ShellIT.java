package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Shells of the packaged program in a terminal, on real OpenSSH behind a gateway. */
@Timeout(120)
final class ShellIT {

    private Tmux tmux;
    private SshdLab lab;
    private Path config;
    private String before;

    @BeforeEach
    void start() throws IOException {
        tmux = Packaged.terminal();
        before = tmux.stty();
        lab = SshdLab.create();
        lab.start("gate", "LogLevel INFO");
        lab.start("direwolf", "LogLevel INFO", "PrintMotd no", "PrintLastLog no");
        // What the login shell says first is the machine's; this one says nothing.
        config = lab.sshConfig();
        Files.writeString(
                config,
                "Host direwolf\n  RemoteCommand env PS1='far> ' sh -i\n  RequestTTY yes\n" + Files.readString(config));
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

    private Tmux shell(String... options) {
        return tmux.command(Packaged.launcher() + " -F " + config + " " + String.join(" ", options)
                + " shell direwolf; echo status $?");
    }

    /** Keys count for the dashboard again a moment after a shell has ended. */
    private void quit() {
        tmux.awaitScreen(screen -> {
            boolean ended = screen.contains("status 0");
            if (!ended) {
                tmux.press("q");
            }
            return ended;
        });
    }

    private void givenBack() {
        assertThat(tmux.stty()).isEqualTo(before);
        assertThat(tmux.says("#{alternate_on}")).isEqualTo("0");
    }

    @Test
    void itHasTheTerminalWhateverItsSize() {
        shell().awaits("far>");
        tmux.command("clear; stty size").awaits("36 120");

        tmux.resize(90, 20);

        tmux.awaitScreen(screen -> {
            if (!screen.contains("20 90")) {
                tmux.command("clear; stty size");
            }
            return screen.contains("20 90");
        });
        tmux.command("exit 7").awaits("status 7");
        givenBack();
    }

    @Test
    void keysArriveAsTheyAreTyped() {
        shell().awaits("far>");
        tmux.command("stty raw -echo; echo ready; head -c 5 | od -An -tx1; stty sane")
                .awaits("ready");
        tmux.press("C-c", "Up", "C-z");

        tmux.awaits("03 1b 5b 41 1a");
        tmux.command("exit").awaits("status 0");
        givenBack();
    }

    @Test
    void aFullScreenProgramWorks() {
        shell().awaits("far>");
        Path socket = lab.path("inner");
        tmux.command("tmux -S " + socket + " -f /dev/null new-session 'echo inside; exec sleep 600'")
                .awaits("inside")
                .awaits("[0]")
                .awaitSays("#{alternate_on}", "1");
        tmux.press("C-b", "&").awaits("kill-window").press("y");

        tmux.awaits("[exited]").awaitSays("#{alternate_on}", "0");
        tmux.command("exit").awaits("status 0");
        givenBack();
    }

    @Test
    void theEscapeLeavesWhateverRunsThere() {
        shell().awaits("far>");
        tmux.command("exec sleep 600");

        tmux.type("~.").awaits("~.").awaits("rwtui: direwolf: left").awaits("status 255");
        givenBack();
    }

    @Test
    void theEscapeStopsTheJobAndItGoesOn() {
        shell().awaits("far>");

        tmux.press("Enter").type("~").press("C-z");
        tmux.awaits("Stopped");
        givenBack();
        tmux.command("fg").command("echo back").awaitScreen(screen -> screen.matches("(?s).*\\bback\nfar>.*"));
        tmux.command("exit").awaitScreen(screen -> screen.stripTrailing().endsWith("exit\n$"));
        givenBack();
    }

    @Test
    void whereTheSessionDiesItSaysSo() {
        shell().awaits("far>");

        lab.server("gate").kill();

        tmux.awaits("rwtui: direwolf: lost: gate: the server closed the connection")
                .awaits("status 255");
        givenBack();
    }

    @Test
    void theConfigurationMayForbidATerminal() {
        shell("-o RequestTTY=no", "-o RemoteCommand='tty; exit 3'")
                .awaits("not a tty")
                .awaits("status 3");
    }

    @Test
    void whatIsPipedIntoItIsReadByTheShellThere() throws Exception {
        Path script = Files.writeString(lab.path("script"), "echo $((40 + 2)); exit 5\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Packaged.LAUNCHER.toString(),
                        "-F",
                        config.toString(),
                        "-o",
                        "RemoteCommand=none",
                        "shell",
                        "direwolf")
                .redirectInput(script.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", Packaged.JAVA_HOME);
        builder.environment().put("XDG_STATE_HOME", lab.path("state").toString());
        Process process = builder.start();

        assertThat(process.inputReader().lines()).contains("42");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
    }

    @Test
    void inTheDashboardItBorrowsTheTerminalAndTheDashboardComesBackWhole() {
        Packaged.dashboard(tmux, config);
        tmux.awaits("direwolf").press("s");
        tmux.awaits("rwtui: shell on direwolf, ~? for help").awaits("far>").awaitSays("#{alternate_on}", "0");
        tmux.command("stty size").awaits("36 120");
        tmux.resize(100, 30);

        tmux.command("exit 3").awaitSays("#{alternate_on}", "1");

        tmux.awaits("the shell on direwolf has ended with status 3");
        tmux.awaitScreen(screen -> screen.lines().anyMatch(line -> line.endsWith("┐") && line.length() == 100));
        tmux.awaitScreen(screen -> {
            boolean lent = tmux.says("#{alternate_on}").equals("0");
            if (!lent) {
                tmux.press("s");
            }
            return lent;
        });
        tmux.press("C-u").command("echo again").awaitScreen(screen -> screen.matches("(?s).*\\bagain\nfar>.*"));
        tmux.command("exit").awaits("the shell on direwolf has ended");
        quit();
        givenBack();
    }

    @Test
    void theDemoHasShellsToo() {
        tmux.command(Packaged.launcher() + " demo; echo status $?")
                .awaits("direwolf")
                .press("Down", "s");
        tmux.awaits("rwtui: shell on").awaits("@lab $").command("stty size").awaits("36 120");
        tmux.resize(90, 20);
        tmux.awaitScreen(screen -> {
            if (!screen.contains("20 90")) {
                tmux.command("clear; stty size");
            }
            return screen.contains("20 90");
        });

        tmux.command("exit").awaitSays("#{alternate_on}", "1").awaits("has ended");
        quit();
        givenBack();
    }

    @Test
    void inTheDashboardADeadSessionGivesTheScreenBack() {
        Packaged.dashboard(tmux, config);
        tmux.awaits("direwolf").press("s").awaits("far>");

        lab.server("gate").kill();

        tmux.awaitSays("#{alternate_on}", "1").awaits("the shell on direwolf has died");
        quit();
        givenBack();
    }

    @Test
    void terminatingTheDashboardUnderAShellGivesTheTerminalBack() throws IOException {
        Packaged.dashboard(tmux, config);
        tmux.awaits("direwolf").press("s").awaits("far>");
        long shell = Long.parseLong(tmux.says("#{pane_pid}"));
        ProcessHandle launcher =
                ProcessHandle.of(shell).orElseThrow().children().findFirst().orElseThrow();

        assertThat(launcher.destroy()).isTrue();

        tmux.awaits("status 143");
        givenBack();
    }
}
