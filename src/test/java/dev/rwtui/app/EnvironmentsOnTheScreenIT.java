package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.python.Made;
import dev.rwtui.testing.python.PythonLab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Environments, the repository and the machine in the packaged program, on real OpenSSH. */
@Timeout(120)
final class EnvironmentsOnTheScreenIT {

    private Tmux tmux;
    private SshdLab lab;
    private Path config;
    private Path home;
    private Path repository;
    private List<Made> made;

    @BeforeEach
    void start() throws Exception {
        tmux = Packaged.terminal();
        lab = SshdLab.create();
        lab.start("gate", "LogLevel INFO");
        home = lab.startWithShell("direwolf", LoginShell.BASH, "LogLevel INFO").home();
        config = lab.sshConfig();
        made = PythonLab.in(home).conda();
        repository = Files.createDirectory(lab.path("vision"));
        git(repository, "init", "-q", "-b", "main");
        git(repository, "remote", "add", "origin", "git@github.com:me/vision.git");
        Path clone = Files.createDirectories(home.resolve("work/vision"));
        git(clone, "init", "-q");
        git(clone, "remote", "add", "origin", "https://github.com/me/vision");
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

    private static void git(Path directory, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().addAll(List.of("git", "-C", directory.toString()));
        builder.command().addAll(List.of(arguments));
        Process process = builder.inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private String configured(String key) throws Exception {
        Process process = new ProcessBuilder("git", "-C", repository.toString(), "config", "--get", key).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    private Made vision() {
        return made.stream()
                .filter(one -> one.name().equals("vision"))
                .findFirst()
                .orElseThrow();
    }

    private Tmux rwtui(String arguments) {
        return tmux.command("clear; cd " + repository + "; " + Packaged.launcher() + " -F " + config + " " + arguments
                + "; echo status $?");
    }

    @Test
    void thePersonsWayFromAHostToItsPython() throws Exception {
        rwtui("").awaitSays("#{alternate_on}", "1").awaits("direwolf");
        tmux.press("Down", "Enter")
                .awaits("3 Python")
                .press("3")
                .awaits("vision")
                .awaits("m maps it");

        tmux.press("m").awaits("a clone of the same origin").press("Down", "Enter");
        tmux.awaits("work/vision there");
        assertThat(configured("rwtui.direwolf.path")).isEqualTo(home.toRealPath() + "/work/vision");

        List<String> rows = tmux.screen()
                .lines()
                .dropWhile(line -> !line.contains("3 Python"))
                .skip(1)
                .toList();
        for (int row = 1; !rows.get(row - 1).contains(" vision "); row++) {
            String next = rows.get(row).substring(40, 60);
            tmux.press("Down")
                    .awaitScreen(screen ->
                            screen.lines().anyMatch(line -> line.contains("▸") && line.contains(next.strip())));
        }
        tmux.press("*").awaits("★ vision");
        assertThat(configured("rwtui.direwolf.interpreter"))
                .isEqualTo(vision().interpreter().orElseThrow());

        tmux.press("Enter").awaits("Packages of vision").awaits("torch").press("Escape");
        tmux.awaits("3 Python").press("f").awaits("GPUs").awaits("load").press("Escape");
        tmux.awaits("3 Python")
                .press("=")
                .awaits("direwolf:base")
                .type("direwolf:base")
                .press("Enter")
                .awaits("only in");
        tmux.press("Escape")
                .awaits("3 Python")
                .press("x")
                .awaits("off")
                .press("q")
                .awaits("status 0");
    }

    @Test
    void theCommandsAnswerAlike() throws Exception {
        rwtui("envs direwolf").awaits("status 0");
        assertThat(tmux.screen()).contains("vision").contains("ssh direwolf python3");

        Files.writeString(repository.resolve("requirements.txt"), "numpy>=1.0\n");
        rwtui("envs --diff direwolf:vision requirements.txt").awaits("status 0").awaits("all as wanted");
        Files.writeString(repository.resolve("requirements.txt"), "numpy>=1.0\nnobody-has-this\n");
        rwtui("envs --diff direwolf:vision requirements.txt").awaits("status 1").awaits("- nobody-has-this");
        rwtui("envs --diff direwolf:vision missing.txt").awaits("status 2").awaits("there is no such file");
        rwtui("facts direwolf").awaits("status 0").awaits("load").awaits("disk ");
    }
}
