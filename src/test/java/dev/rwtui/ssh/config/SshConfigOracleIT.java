package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rwtui.ssh.config.OracleAnswer.Difference;
import dev.rwtui.ssh.config.OracleAnswer.Dump;
import dev.rwtui.ssh.config.OracleCorpus.Ask;
import dev.rwtui.ssh.config.OracleCorpus.Case;
import dev.rwtui.ssh.config.OracleCorpus.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** rwtui's resolver against {@code ssh -G}: every line of it, and every refusal with its place. */
final class SshConfigOracleIT {

    /** How many random configurations a run compares with each {@code ssh}. */
    private static final int COUNT =
            Integer.getInteger("oracle.count", "true".equals(System.getenv("CI")) ? 2_000 : 200);

    /** Half of the random configurations are the same in each run. */
    private static final long FIXED_SEED = 20_230_202;

    /** How many differences of a question a failure shows. */
    private static final int SHOWN = 10;

    @TempDir
    private static Path directory;

    private static List<SshOracle> oracles = List.of();

    @BeforeAll
    static void openTheWorld() {
        List<OracleSsh> all = OracleSsh.all();
        OracleWorld world = OracleWorld.open(directory);
        oracles = all.stream().map(ssh -> new SshOracle(ssh, world)).toList();
    }

    @AfterAll
    static void closeTheWorld() {
        oracles.forEach(oracle -> oracle.world().close());
    }

    private static List<Case> cases(SshOracle oracle) {
        try {
            return OracleCorpus.cases().stream()
                    .filter(example -> example.releases().include(oracle.ssh().version()))
                    .filter(example -> !example.ownWorld() || oracle.world().isItsOwn())
                    .filter(example -> example.asks().stream().allMatch(SshConfigOracleIT::canBeTyped))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("no corpus", e);
        }
    }

    /** Java passes arguments in the encoding of the locale, which may have no more than ASCII. */
    private static boolean canBeTyped(Ask ask) {
        return System.getProperty("sun.jnu.encoding", "").equals("UTF-8")
                || ask.question().name().chars().allMatch(c -> c < 0x80);
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseOfTheCorpusDoesToSshWhatItSays() {
        return oracles.stream()
                .map(oracle -> dynamicContainer(
                        oracle.ssh().toString(),
                        cases(oracle).stream()
                                .map(example -> dynamicTest(example.title(), () -> isAsItSays(oracle, example)))));
    }

    private static void isAsItSays(SshOracle oracle, Case example) {
        for (Ask ask : example.asks()) {
            List<String> expected = ask.expectations().stream()
                    .filter(expectation ->
                            expectation.releases().include(oracle.ssh().version()))
                    .map(Expectation::wanted)
                    .map(oracle.world().places()::located)
                    .toList();
            OracleAnswer answer = expected.isEmpty() ? new Dump(List.of()) : oracle.theirs(ask.question());
            assertThat(expected.stream().filter(wanted -> !answer.says(wanted)))
                    .describedAs(
                            "%s does not say this to%n%sbut %s",
                            oracle.ssh(), ask.question().words(), answer.about(expected))
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicContainer> rwtuiAgreesOnTheCorpus() {
        return oracles.stream().map(SshConfigOracleIT::agreement);
    }

    private static DynamicContainer agreement(SshOracle oracle) {
        OracleDivergences divergences = divergences(oracle);
        Stream<DynamicTest> tests = cases(oracle).stream()
                .map(example -> dynamicTest(example.title(), () -> agrees(oracle, example, divergences)));
        DynamicTest last = dynamicTest(
                "every divergence that is listed still diverges",
                () -> assertThat(divergences.unseen()).isEmpty());
        return dynamicContainer(oracle.ssh().toString(), Stream.concat(tests, Stream.of(last)));
    }

    private static OracleDivergences divergences(SshOracle oracle) {
        try {
            return OracleDivergences.of(oracle.ssh().version());
        } catch (IOException e) {
            throw new AssertionError("no divergences.txt", e);
        }
    }

    private static void agrees(SshOracle oracle, Case example, OracleDivergences divergences) {
        for (Ask ask : example.asks()) {
            List<Difference> differences = oracle.differences(ask.question());
            assertThat(divergences.unmeant(example.title(), differences).stream()
                            .limit(SHOWN))
                    .describedAs("%s%n%s", oracle.ssh(), ask.question().words())
                    .isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> randomConfigurationsAreMostlyGoodAndSometimesBad() {
        return oracles.stream()
                .map(oracle -> dynamicTest(oracle.ssh().toString(), () -> {
                    int sample = 200;

                    long accepted = IntStream.range(0, sample)
                            .mapToObj(i -> RandomConfigs.question(new Random(FIXED_SEED + i), oracle))
                            .filter(question -> oracle.theirs(question) instanceof Dump)
                            .count();

                    assertThat(accepted).isBetween(sample * 6L / 10, sample * 97L / 100);
                }));
    }

    /** {@code -Doracle.seed} repeats a run. CI judges one change, so it asks what it has always asked. */
    @TestFactory
    Stream<DynamicContainer> rwtuiAgreesOnRandomConfigurations() {
        long fresh =
                Long.getLong("oracle.seed", "true".equals(System.getenv("CI")) ? FIXED_SEED * 2L : System.nanoTime());
        return oracles.stream()
                .map(oracle -> dynamicContainer(
                        oracle.ssh().toString(),
                        Stream.of(
                                dynamicTest("the same as always", () -> agreesFrom(oracle, FIXED_SEED, COUNT / 2)),
                                dynamicTest("from " + fresh, () -> agreesFrom(oracle, fresh, COUNT - COUNT / 2)))));
    }

    private static void agreesFrom(SshOracle oracle, long seed, int count) {
        OracleDivergences divergences = divergences(oracle);
        for (int i = 0; i < count; i++) {
            OracleQuestion question = RandomConfigs.question(new Random(seed + i), oracle);
            if (!differences(oracle, divergences, question).isEmpty()) {
                OracleQuestion small = Shrinking.shrink(
                        question,
                        candidate ->
                                !differences(oracle, divergences, candidate).isEmpty());
                assertThat(differences(oracle, divergences, small).stream().limit(SHOWN))
                        .describedAs("%s, -Doracle.seed=%d -Doracle.count=2%n%s", oracle.ssh(), seed + i, small.words())
                        .isEmpty();
            }
        }
    }

    private static List<Difference> differences(
            SshOracle oracle, OracleDivergences divergences, OracleQuestion question) {
        return divergences.unmeant("a random configuration", oracle.differences(question));
    }
}
