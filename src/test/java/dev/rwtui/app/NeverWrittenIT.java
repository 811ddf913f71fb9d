package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Packaged;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.Tmux;
import dev.rwtui.testing.TwoHosts;
import dev.rwtui.testing.Unattended;
import dev.rwtui.testing.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever the packaged program is asked to do, the user's configuration is afterwards what it was: a config that is a link,
 * files that it includes, known_hosts, keys. Where the tests run as root, the program is shown a password database of the
 * test's, so that these files are the user's own; elsewhere it is given them by {@code -F}, and the user's own must stay as
 * they are too.
 */
final class NeverWrittenIT {

    private static final String OWN_HOME = "mount --bind \"$0\" /etc/passwd && exec \"$@\"";

    private Tmux tmux;
    private TwoHosts hosts;
    private Path ssh;
    private Path dotfiles;
    private Untouched files;

    @BeforeEach
    void aHome() throws IOException {
        tmux = Packaged.terminal();
        hosts = TwoHosts.start();
        ssh = Files.createDirectory(tmux.home().resolve(".ssh"));
        dotfiles = Files.createDirectory(tmux.home().resolve("dotfiles"));
        Path parts = Files.createDirectory(ssh.resolve("config.d"));
        SshdLab lab = hosts.lab();
        write(dotfiles.resolve("ssh_config"), "Include " + parts + "/*.conf\nInclude " + ssh + "/gone\n");
        Files.createSymbolicLink(ssh.resolve("config"), Path.of("../dotfiles/ssh_config"));
        Files.copy(lab.path("known_hosts"), ssh.resolve("known_hosts"));
        Files.copy(lab.path("id_ed25519"), ssh.resolve("id_ed25519"));
        write(
                parts.resolve("10-hosts.conf"),
                Files.readString(hosts.config())
                        .replace("ssh -F " + hosts.config(), "ssh")
                        .replace(
                                lab.path("id_ed25519").toString(),
                                ssh.resolve("id_ed25519").toString())
                        .replace(
                                lab.path("known_hosts").toString(),
                                ssh.resolve("known_hosts").toString()));
        write(parts.resolve("20-more.conf"), "Match exec \"true\" host *.example.org\n  User somebody\n");
        write(tmux.home().resolve("passwd"), "root:x:0:0:root:" + tmux.home() + ":/bin/sh\n");
        files = Untouched.from(
                ssh,
                dotfiles,
                Path.of("/etc/ssh/ssh_config"),
                Path.of("/etc/ssh/ssh_config.d"),
                Path.of(System.getProperty("user.home"), ".ssh"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @AfterEach
    void close() throws IOException {
        if (tmux != null) {
            tmux.close();
        }
        if (hosts != null) {
            hosts.close();
        }
    }

    /** {@code rwtui} on this home, in words for a process. */
    private List<String> rwtui(String... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (aHomeOfItsOwnIsPossible()) {
            words.addAll(List.of("unshare", "-m", "sh", "-c", OWN_HOME, tmux.home() + "/passwd"));
            words.add(Packaged.LAUNCHER.toString());
        } else {
            words.addAll(List.of(Packaged.LAUNCHER.toString(), "-F", ssh + "/config"));
        }
        words.addAll(List.of(arguments));
        return words;
    }

    private static boolean aHomeOfItsOwnIsPossible() throws IOException {
        if (!String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .equals("0")) {
            return false;
        }
        try {
            Process tried = new ProcessBuilder("unshare", "-m", "sh", "-c", OWN_HOME, "/etc/passwd", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Unattended start(String... arguments) throws IOException {
        return new Unattended(tmux.home(), rwtui(arguments).toArray(String[]::new));
    }

    private List<String> said(String... arguments) throws Exception {
        try (Unattended command = start(arguments)) {
            assertThat(command.status())
                    .as("%s: %s", arguments[0], command.err())
                    .isZero();
            return command.out();
        }
    }

    @Test
    void noCommandChangesAnyFileOfTheConfiguration() throws Exception {
        assertThat(said("hosts")).hasSize(2);
        assertThat(String.join("\n", said("hosts", "--json"))).contains("\"direwolf\"");
        said("config", "direwolf", "x.example.org");
        said("config", "--why", "direwolf");
        assertThat(String.join("\n", said("config", "--json", "cued"))).contains("\"cued\"");
        try (Unattended up = start("up", "direwolf")) {
            up.awaitLine(line -> line.endsWith(hosts.spec() + ": up"));
            assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
            up.signal("INT");
            assertThat(up.status()).as(up.err()).isZero();
        }

        assertThat(files.now()).isEqualTo(files.before());
    }

    @Test
    void nothingThatIsDoneOnTheScreenChangesThemEither() throws Exception {
        dashboard().awaits("direwolf").press("Down").awaits("Enter connects and opens 1 forward.");
        tmux.press("Enter").awaits("● up");
        assertThat(hosts.fetch()).isEqualTo(TwoHosts.PAGE);
        tmux.press("R").press("!").awaits("─ Log ─").press("!");
        tmux.press("/").type("dire").press("Enter").awaitScreen(screen -> !screen.contains(" The way in"));
        tmux.press("Escape").awaits(" The way in");
        tmux.press("x").awaits("Not connected");
        tmux.press(":")
                .awaits("─ Command")
                .type("connect direwolf")
                .press("Enter")
                .awaits("● up");
        tmux.press("x").awaits("Not connected").press("q").awaits("status 0");

        assertThat(files.now()).isEqualTo(files.before());
    }

    @Test
    void theDemoChangesNoneOfThem() throws Exception {
        dashboard("demo").awaits("direwolf").press("Down", "Enter").awaits("up 2/2");
        tmux.press("C-c").press("C-c").awaits("status 0");

        assertThat(files.now()).isEqualTo(files.before());
    }

    private Tmux dashboard(String... arguments) throws IOException {
        boolean demo = arguments.length > 0;
        List<String> words = demo ? List.of(Packaged.LAUNCHER.toString(), "demo") : rwtui();
        String line = "'" + String.join("' '", words) + "'";
        return tmux.command("export JAVA_HOME=" + Packaged.JAVA_HOME + "; clear; " + line + "; echo status $?")
                .awaitSays("#{alternate_on}", "1");
    }
}
