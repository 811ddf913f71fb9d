package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.OracleCorpus.Case;
import dev.rwtui.ssh.config.SshOracle.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** rwtui's resolver against the {@code ssh -G} of this machine: values that rwtui acts on, and refusals. */
final class SshConfigOracleIT {

    /** How many random configurations a run compares; {@code -Doracle.count} changes it. */
    private static final int COUNT = Integer.getInteger("oracle.count", 300);

    @TempDir
    Path directory;

    @BeforeEach
    void sshIsThere() {
        SshOracle.required();
    }

    @TestFactory
    Stream<DynamicTest> rwtuiAgreesOnTheCorpus() throws IOException {
        SshOracle oracle = new SshOracle(directory);

        return OracleCorpus.cases().stream()
                .map(example -> DynamicTest.dynamicTest(example.title(), () -> agrees(oracle, example)));
    }

    private static void agrees(SshOracle oracle, Case example) {
        for (Question question : example.questions()) {
            assertThat(oracle.differences(question))
                    .describedAs("%s%n%s", question.name(), question.tree().texts())
                    .isEmpty();
        }
    }

    /** {@code -Doracle.seed} repeats a run. */
    @Test
    void rwtuiAgreesOnRandomConfigurations() {
        SshOracle oracle = new SshOracle(directory);
        long seed = Long.getLong("oracle.seed", System.nanoTime());

        for (int i = 0; i < COUNT; i++) {
            Question question = RandomConfigs.question(new Random(seed + i));
            if (!oracle.differences(question).isEmpty()) {
                Question small = RandomConfigs.shrink(
                        question, candidate -> !oracle.differences(candidate).isEmpty());
                List<String> differences = oracle.differences(small);
                assertThat(differences)
                        .describedAs(
                                "-Doracle.seed=%d, asked for %s with %s%n%s",
                                seed + i,
                                small.name(),
                                small.options(),
                                small.tree().texts())
                        .isEmpty();
            }
        }
    }
}
