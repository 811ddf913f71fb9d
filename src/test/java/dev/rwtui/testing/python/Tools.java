package dev.rwtui.testing.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The programs that make environments. */
final class Tools {

    private Tools() {}

    /** Skips the test, or fails it in CI, without a python of the system's. */
    static void needPython() {
        if (!has("/usr/bin/python3")) {
            Assumptions.abort("/usr/bin/python3 is not installed");
        }
    }

    /** Whether it is there. Says so where it is not, or fails in CI. */
    static boolean has(String file) {
        if (Files.isReadable(Path.of(file))) {
            return true;
        }
        assertThat(System.getenv("CI")).as("CI needs %s", file).isNotEqualTo("true");
        System.err.println("SKIPPED: " + file + " is not installed, what it makes is not looked at");
        return false;
    }
}
