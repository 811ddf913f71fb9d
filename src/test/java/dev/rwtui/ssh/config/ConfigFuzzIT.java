package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.config.OracleWorld.Places;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a configuration: answers or located complaints, in bounded time, and never an exception. */
final class ConfigFuzzIT {

    private static final boolean CI = "true".equals(System.getenv("CI"));

    private static final long SECONDS = Long.getLong("fuzz.seconds", CI ? 60L : 5L);

    /** CI judges one change: it starts where the last run of it started. Everybody else starts somewhere new. */
    private static final long SEED = Long.getLong("fuzz.seed", CI ? 1L : System.nanoTime());

    /** Of the processor, so that a busy machine fails nothing. */
    private static final Duration MOST_WORK = Duration.ofSeconds(2);

    /**
     * How often it may be measured: the first time also pays for code that nobody compiled yet, on a busy machine many
     * times the work itself. What grows too fast is over the limit each time.
     */
    private static final int MOST_MEASUREMENTS = 3;

    private static final Duration HANGS = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Places places() {
        return new Places(directory.resolve("t"), directory.resolve("home"), directory.resolve("etc-ssh"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsLargeDeepOrSlowIsAnsweredSoon() {
        return Bombs.all().entrySet().stream()
                .map(bomb -> DynamicTest.dynamicTest(
                        bomb.getKey(), () -> survives(bomb.getValue(), List.of(Bombs.NAME, "h7", "a"), bomb.getKey())));
    }

    @Test
    void aPipeThatNobodyWritesToIsNoReasonToWait() throws IOException, InterruptedException {
        OracleTree tree = OracleTree.of("Include @DIR@/d/*\nPort 5\n").with("d", new OracleTree.Entry.Directory());
        tree.write(places());
        Process made = new ProcessBuilder("mkfifo", places().of("d/pipe").toString()).start();
        assertThat(made.waitFor()).isZero();

        assertTimeoutPreemptively(HANGS, () -> asked(tree, List.of("a"), "a pipe"));
    }

    /** {@code -Dfuzz.seed} and {@code -Dfuzz.seconds=0} repeat one run. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void spoiledConfigurationsAreAnsweredOrRefused() throws IOException {
        List<OracleTree> trees = OracleCorpus.cases().stream()
                .map(example -> example.asks().get(0).question().tree())
                .filter(tree ->
                        tree.texts().values().stream().mapToInt(String::length).sum() < 20_000)
                .toList();
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();

        long seed = SEED;
        do {
            Random random = new Random(seed);
            OracleTree tree = new Mutations(random, trees).spoiled(RandomVocabulary.pick(random, trees));
            List<String> names =
                    List.of("a", "gate", RandomVocabulary.pick(random, List.of("u@b", "10.1", "::1", "A%b")));
            survives(tree, names, "-Dfuzz.seconds=0 -Dfuzz.seed=" + seed);
            seed++;
        } while (System.nanoTime() < end);
        assertThat(seed - SEED).isPositive();
    }

    private void survives(OracleTree tree, List<String> names, String title) {
        tree.write(places());
        String words =
                title + "\n" + OracleQuestion.of(tree, names.get(0), List.of()).words();
        Duration least = HANGS;
        for (int i = 0; i < MOST_MEASUREMENTS && least.compareTo(MOST_WORK) >= 0; i++) {
            Duration work = assertTimeoutPreemptively(HANGS, () -> asked(tree, names, words), title);
            least = work.compareTo(least) < 0 ? work : least;
        }
        assertThat(least).describedAs(title).isLessThan(MOST_WORK);
    }

    /** What it cost. */
    private Duration asked(OracleTree tree, List<String> names, String words) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Optional<String> dashF = OracleQuestion.of(tree, "a", List.of()).dashF().map(places()::located);
        try {
            SshConfig config = SshConfig.read(site(), dashF, Overrides.NONE);
            config.hosts();
            config.patterns();
            config.watched();
            located(config.problems());
            for (String name : names) {
                ask(config, new HostAlias(name));
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(words, e);
        }
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }

    private static void ask(SshConfig config, HostAlias name) {
        try {
            config.list(name, Overrides.NONE);
            config.explain(name);
            config.resolve(name, Overrides.NONE);
        } catch (ConfigurationException e) {
            located(e.problems());
            assertThat(e.problems()).isNotEmpty();
        }
    }

    /** Problem by problem in plain code: there may be half a million, and the work of looking is counted too. */
    private static void located(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.file().isBlank() || problem.what().isBlank() || problem.line() < 0) {
                throw new AssertionError("not located: " + problem);
            }
        }
    }

    private Site site() {
        ConfigFiles files = OracleFiles.ofWorld(
                places(), DiskConfigFiles.ofThisMachine().surroundings().userId());
        return new Site(
                OracleFiles.in(
                        files,
                        Map.of("GREETING", "hello", "HOME", places().home().toString())),
                new Improvised(),
                OpenSsh.NEWEST);
    }

    /** Runs nothing, knows some names. */
    private static final class Improvised implements Machine {

        @Override
        public Ran run(String command) {
            return command.length() % 3 == 0 ? new Ran.Failed("not run") : new Ran.Exited(command.length() % 2);
        }

        @Override
        public Optional<String> lookUp(String name) {
            return name.length() % 2 == 0 ? Optional.of("www." + name) : Optional.empty();
        }

        @Override
        public List<InetAddress> addresses() {
            return List.of(InetAddress.getLoopbackAddress());
        }
    }
}
