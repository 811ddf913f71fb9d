package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A login shell that a server of the lab can give, and the files that it reads at its beginning. */
public enum LoginShell {
    BASH("/bin/bash", ".bashrc", ".bash_profile"),
    ZSH("/bin/zsh", ".zshenv", ".zshrc"),
    FISH("/usr/bin/fish", ".config/fish/config.fish", ".config/fish/config.fish"),
    TCSH("/bin/tcsh", ".tcshrc", ".login"),
    /** Reads nothing for a command. */
    DASH("/bin/dash", "", ".profile"),
    /** BusyBox, which goes by the name that it is called by. Reads nothing for a command. */
    ASH("/bin/busybox", "", ".profile");

    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    /** As root, and as somebody whom the kernel lets have namespaces. */
    private static final List<List<String>> WAYS_IN =
            List.of(List.of("unshare", "--mount"), List.of("unshare", "-U", "-c", "--keep-caps", "--mount"));

    private static final String OTHER_ACCOUNTS = "mount --bind \"$0\" /etc/passwd && exec \"$@\"";

    private final Path program;
    private final String always;
    private final String atLogin;

    LoginShell(String program, String always, String atLogin) {
        this.program = Path.of(program);
        this.always = always;
        this.atLogin = atLogin;
    }

    /** The file that it reads for {@code ssh host command} too. */
    public Optional<Path> alwaysRead(Path home) {
        return always.isEmpty() ? Optional.empty() : Optional.of(home.resolve(always));
    }

    /** The file that it reads for whoever logs in to type. */
    public Path readAtLogin(Path home) {
        return home.resolve(atLogin);
    }

    /** Makes it begin like this, whoever asks, if it reads a file of its user's for a command; else for who logs in. */
    public void begins(Path home, StartUp how) throws IOException {
        write(alwaysRead(home).orElse(readAtLogin(home)), how);
    }

    /** Makes it begin like this for whoever logs in to type. */
    public void beginsAtLogin(Path home, StartUp how) throws IOException {
        write(readAtLogin(home), how);
    }

    private void write(Path file, StartUp how) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, how.text(this));
    }

    /**
     * Where a server sees a table of accounts in which the current user has this shell and that home. The mount is in a
     * namespace that ends with the server. Skips the test, or fails it in CI, without the shell or such a namespace.
     */
    SshdLab.Place place(Path directory, String name, Path home) throws IOException {
        if (!Files.isExecutable(program)) {
            missing(program + " is not installed");
        }
        Path table = directory.resolve("passwd_" + name);
        Files.writeString(table, table(home, called(directory)));
        for (List<String> way : WAYS_IN) {
            List<String> by = new ArrayList<>(way);
            by.addAll(List.of("sh", "-c", OTHER_ACCOUNTS, table.toString()));
            if (works(by)) {
                return new SshdLab.Place("127.0.0.1", by, Optional.of(home));
            }
        }
        throw missing("no namespace of one's own here");
    }

    /** BusyBox needs a link that has the name of the shell. */
    private Path called(Path directory) throws IOException {
        if (this != ASH) {
            return program;
        }
        Path link = directory.resolve("ash");
        return Files.exists(link) ? link : Files.createSymbolicLink(link, program);
    }

    /** The accounts of this machine; an entry for one that comes from elsewhere. */
    private static String table(Path home, Path shell) throws IOException {
        String user = SshdLab.user();
        Object uid = Files.getAttribute(home, "unix:uid");
        Object gid = Files.getAttribute(home, "unix:gid");
        List<String> lines = new ArrayList<>(List.of(
                String.join(":", user, "x", uid.toString(), gid.toString(), user, home.toString(), shell.toString())));
        Files.readAllLines(ACCOUNTS).stream()
                .filter(line -> !line.startsWith(user + ":"))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static boolean works(List<String> by) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.add("true");
        Process tried = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return tried.onExit().join().exitValue() == 0;
    }

    private RuntimeException missing(String why) {
        String what = "tests of " + name().toLowerCase(Locale.ROOT) + " as a login shell do not run: " + why;
        assertThat(System.getenv("CI")).as("CI must not skip: %s", what).isNotEqualTo("true");
        System.err.println("SKIPPED: " + what);
        return Assumptions.abort(what);
    }
}
