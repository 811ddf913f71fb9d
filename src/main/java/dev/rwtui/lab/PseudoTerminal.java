package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.Environment;

/** A terminal for a command, made by script(1) of util-linux: the JDK makes none. Its size is set by stty(1). */
final class PseudoTerminal {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** Where the kernel says which terminal a process has. */
    private static final Path PROCESSES = Path.of("/proc/self/fd/0");

    private static final String COMMAND = "RWTUI_LAB_COMMAND";
    private static final long PATIENCE_SECONDS = 5;

    private PseudoTerminal() {}

    static boolean isPossible() {
        return Files.isExecutable(SCRIPT) && Files.exists(PROCESSES);
    }

    /** Whether the client asked for one: then it has told a size. */
    static boolean isWanted(Environment environment) {
        return environment.getEnv().containsKey(Environment.ENV_LINES);
    }

    /** Runs {@code arguments} on a terminal of that size. */
    static ProcessBuilder on(Environment environment, List<String> arguments) {
        List<String> quoted = new ArrayList<>();
        for (String argument : arguments) {
            quoted.add("'" + argument.replace("'", "'\\''") + "'");
        }
        ProcessBuilder builder =
                new ProcessBuilder(SCRIPT.toString(), "-q", "-f", "-e", "-c", "eval \"$" + COMMAND + "\"", "/dev/null");
        builder.environment().clear();
        builder.environment().put("TERM", environment.getEnv().getOrDefault(Environment.ENV_TERM, "dumb"));
        builder.environment()
                .put(
                        COMMAND,
                        "unset " + COMMAND + "; stty " + size(environment) + "; exec " + String.join(" ", quoted));
        return builder;
    }

    private static String size(Environment environment) {
        Map<String, String> told = environment.getEnv();
        return "rows " + number(told.getOrDefault(Environment.ENV_LINES, "")) + " cols "
                + number(told.getOrDefault(Environment.ENV_COLUMNS, ""));
    }

    private static int number(String told) {
        return !told.matches("\\d{1,4}") ? 0 : Integer.parseInt(told);
    }

    /** Gives the terminal on which that process, or one that it started, runs the size that the client has told. */
    static void resize(ProcessHandle script, Environment environment) {
        script.children().forEach(child -> {
            try {
                Path terminal = Files.readSymbolicLink(Path.of("/proc/" + child.pid() + "/fd/0"));
                Process stty = new ProcessBuilder(
                                "sh", "-c", "stty -F \"$0\" " + size(environment), terminal.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (IOException e) {
                // It has just ended: nobody looks at its terminal any more.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
