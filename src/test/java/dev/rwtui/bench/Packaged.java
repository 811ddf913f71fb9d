package dev.rwtui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it is delivered, on the JDK that the benchmarks run on. */
final class Packaged {

    private static final Path LAUNCHER = Path.of(System.getProperty("rwtui.dist", "target/rwtui"))
            .toAbsolutePath()
            .resolve("bin/rwtui");
    private static final String JAVA_HOME = System.getProperty("java.home");

    private Packaged() {}

    /** A shell's command line for the dashboard; says the exit status afterwards. */
    static String dashboard(Path config) {
        return "JAVA_HOME='" + JAVA_HOME + "' '" + LAUNCHER + "' -F '" + config + "'; echo status $?";
    }

    /** {@code rwtui up HOST}, without a terminal to ask on. */
    static Process up(Path config, String host) throws IOException {
        return command("-F", config.toString(), "up", host)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** {@code rwtui} with these arguments. */
    static ProcessBuilder command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(LAUNCHER.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().put("JAVA_HOME", JAVA_HOME);
        return command;
    }
}
