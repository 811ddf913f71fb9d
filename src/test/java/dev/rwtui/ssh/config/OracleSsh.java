package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.fail;

import dev.rwtui.ssh.config.OracleAnswer.Dump;
import dev.rwtui.ssh.config.OracleAnswer.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * An {@code ssh} that is asked. {@code -Doracle.ssh} names them, separated by commas; {@code /usr/bin/ssh} where it does not.
 */
record OracleSsh(Path program, OpenSsh version) {

    private static final int PATIENCE = 20;

    /** Skips the caller where there is no {@code ssh}; in CI that is a failure. */
    static List<OracleSsh> all() {
        List<Path> programs = Arrays.stream(
                        System.getProperty("oracle.ssh", "/usr/bin/ssh").split(","))
                .map(Path::of)
                .toList();
        for (Path program : programs) {
            if (!Files.isExecutable(program)) {
                missing(program);
            }
        }
        return programs.stream()
                .map(program -> new OracleSsh(program, OpenSsh.parse(banner(program))))
                .toList();
    }

    private static void missing(Path program) {
        if ("true".equals(System.getenv("CI"))) {
            fail(program + " is missing, and CI must not skip the comparison with it");
        }
        System.err.println("SKIPPED: " + program + " is missing, so nothing is compared with ssh -G");
        Assumptions.abort(program + " is missing");
    }

    private static String banner(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "-V")
                    .redirectErrorStream(true)
                    .start();
            String banner = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
            return banner.strip();
        } catch (IOException e) {
            throw new AssertionError(program + " does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What {@code ssh -G} says. The tree is where the world has it. */
    OracleAnswer ask(OracleQuestion question, OracleWorld world) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-G"));
        question.dashF()
                .ifPresent(file -> command.addAll(List.of("-F", world.places().located(file))));
        question.options()
                .forEach(option -> command.addAll(List.of("-o", world.places().located(option))));
        command.add(question.name());
        Map<String, String> environment = world.environment(question.environment());
        return run(world.command(command, environment), world.places().tree().resolveSibling("stderr"));
    }

    private static OracleAnswer run(ProcessBuilder builder, Path errors) {
        try {
            Path output = errors.resolveSibling("stdout");
            Process process = builder.redirectError(errors.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("ssh -G hangs: " + builder.command());
            }
            String complaints = text(errors);
            return process.exitValue() == 0
                    ? new Dump(List.of(text(output).split("\n")))
                    : new Refusal(SshComplaints.place(complaints), complaints);
        } catch (IOException e) {
            throw new AssertionError("ssh -G does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return version.release();
    }
}
