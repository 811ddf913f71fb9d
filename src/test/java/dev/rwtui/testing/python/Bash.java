package dev.rwtui.testing.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.remote.ByteText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A person's bash with a home of the test's own and nothing else of this process's environment. */
public final class Bash {

    private final Path home;

    public Bash(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    /**
     * Runs a script in the home and gives its standard output; fails the test where that does not end well.
     *
     * @param script goes by standard input, since a process's arguments cannot hold every byte here; may not read its own
     */
    public String says(String script) throws IOException {
        Process bash = new ProcessBuilder(List.of(
                        "timeout",
                        "60",
                        "env",
                        "-i",
                        "-C",
                        home.toString(),
                        "HOME=" + home,
                        "PATH=/usr/local/bin:/usr/bin:/bin",
                        "LC_ALL=C.UTF-8",
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-s"))
                .redirectError(home.resolve(".bash-errors").toFile())
                .start();
        try (OutputStream in = bash.getOutputStream()) {
            in.write(ByteText.encoded("{\n" + script + "\n} </dev/null\n"));
        }
        String said = ByteText.decoded(bash.getInputStream().readAllBytes());
        int status = bash.onExit().join().exitValue();
        String errors = Files.readString(home.resolve(".bash-errors"));
        Files.delete(home.resolve(".bash-errors"));
        assertThat(status).as("%s%n%s", script, errors).isZero();
        return said;
    }
}
