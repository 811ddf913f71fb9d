package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.Watched;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Stepped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the kernel tells nothing. */
final class FileWatchTest {

    private static final String LIMIT = "User limit of inotify instances reached or too many open files";

    @TempDir
    private Path directory;

    private final Stepped lane = new Stepped();
    private final FakeTimers timers = new FakeTimers();
    private final List<String> trouble = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final FileWatch watch = new FileWatch(new FileWatch.Tools(lane, lane, timers, trouble::add), () -> {
        throw new IOException(LIMIT);
    });
    private Path config;

    @BeforeEach
    void aConfiguration() throws IOException {
        config = Files.writeString(directory.toRealPath().resolve("config"), "Host a\n");
    }

    private void watch(Watched watched) {
        watch.watch(watched, () -> told.add("changed"));
        lane.runAll();
    }

    private Watched reading() {
        return new Watched(Map.of(config.toString(), Stamp.of(config.toString())), Map.of());
    }

    private void advance(Duration duration) {
        timers.advance(duration);
        lane.runAll();
    }

    @Test
    void filesAreComparedEveryTwoSeconds() throws IOException {
        watch(reading());
        Files.writeString(config, "Host a b\n");

        advance(FileWatch.COMPARED_EVERY.minusMillis(1));
        assertThat(told).isEmpty();
        advance(Duration.ofMillis(1));

        assertThat(told).hasSize(1);
        assertThat(timers.pending()).isZero();
    }

    @Test
    void theReasonIsSaidOnce() {
        watch(reading());
        for (int i = 0; i < 10; i++) {
            advance(FileWatch.COMPARED_EVERY);
        }
        watch(reading());

        assertThat(told).isEmpty();
        assertThat(trouble).singleElement().asString().contains(LIMIT, "compared every 2 s");
    }

    @Test
    void aPatternIsComparedToo() throws IOException {
        String pattern = directory.toRealPath() + "/*.conf";
        watch(new Watched(Map.of(), Map.of(pattern, List.of())));

        Files.writeString(directory.resolve("x.conf"), "");
        advance(FileWatch.COMPARED_EVERY);

        assertThat(told).hasSize(1);
    }

    @Test
    void aFileThatNeverStaysTheSameIsToldOfTwiceASecondAtMost() {
        Watched neverTrue = new Watched(Map.of(config.toString(), "another"), Map.of());
        watch(neverTrue);
        watch(neverTrue);
        assertThat(told).hasSize(1);

        advance(FileWatch.BETWEEN_NEWS);

        assertThat(told).hasSize(2);
    }

    @Test
    void whereNothingIsWatchedNothingHappens() {
        watch(Watched.NOTHING);

        assertThat(timers.pending()).isZero();
        assertThat(trouble).isEmpty();
    }

    @Test
    void closedItTellsNothing() {
        watch(reading());

        watch.close();
        lane.runAll();

        assertThat(timers.pending()).isZero();
    }
}
