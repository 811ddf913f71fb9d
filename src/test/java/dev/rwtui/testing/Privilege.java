package dev.rwtui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** What only root may do: namespaces and mounts of a test's own. */
public final class Privilege {

    private Privilege() {}

    /** Skips the test, or fails it in CI, where this process may not make namespaces. */
    public static void need() {
        try {
            SshdLab.run("unshare", "--mount", "--net", "true");
        } catch (IOException | AssertionError e) {
            assertThat(System.getenv("CI")).as("CI needs namespaces: %s", e).isNotEqualTo("true");
            System.err.println(
                    "SKIPPED: namespaces need root, tests of interfaces, full disks and passwords do not run");
            Assumptions.abort("namespaces need root");
        }
    }
}
