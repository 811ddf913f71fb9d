package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.Watched;
import dev.rwtui.testing.FakeTimers;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel tells of a real directory. The clock is turned by hand, so nothing is found by comparing in vain. */
@EnabledOnOs(OS.LINUX)
final class FileWatchIT {

    @TempDir
    private Path temporary;

    private final ExecutorService lane = Executors.newSingleThreadExecutor();
    private final ExecutorService blocking = Executors.newCachedThreadPool();
    private final FakeTimers timers = new FakeTimers();
    private final List<String> trouble = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger told = new AtomicInteger();
    private final FileWatch watch = new FileWatch(new FileWatch.Tools(lane, blocking, timers, trouble::add));
    private Path ssh;
    private Path config;

    @BeforeEach
    void aConfiguration() throws IOException {
        ssh = Files.createDirectories(temporary.resolve("me/.ssh"));
        config = Files.writeString(ssh.resolve("config"), "Host a\n");
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        watch.close();
        lane.shutdown();
        assertThat(lane.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        blocking.shutdown();
        assertThat(blocking.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(trouble).isEmpty();
        assertThat(timers.pending()).isZero();
    }

    @Test
    void anEditInPlaceIsToldOnce() throws IOException {
        watch(reading());

        Files.writeString(config, "Host b\n");
        Files.writeString(config, "Host c\n");

        awaitNews();
        Files.writeString(config, "Host d\n");
        settle();
        assertThat(told).hasValue(1);
    }

    @Test
    void aFileThatIsReplacedIsTold() throws IOException {
        watch(reading());

        Path fresh = Files.writeString(ssh.resolve("config~"), "Host b\n");
        Files.move(fresh, config, StandardCopyOption.ATOMIC_MOVE);

        awaitNews();
    }

    @Test
    void aFileThatGoesIsTold() throws IOException {
        watch(reading());

        Files.delete(config);

        awaitNews();
    }

    @Test
    void whatChangedBetweenReadingAndWatchingIsTold() throws IOException {
        Watched reading = reading();
        Files.writeString(config, "Host b\nHost c\n");

        watch(reading);

        assertThat(told).hasValue(1);
    }

    @Test
    void aLinkThatLeadsElsewhereIsToldAndSoIsAnEditOfItsTarget() throws IOException {
        Path dotfiles = Files.createDirectories(temporary.resolve("dotfiles"));
        Path old = Files.writeString(dotfiles.resolve("old"), "Host a\n");
        Path other = Files.writeString(dotfiles.resolve("new"), "Host b\n");
        Files.delete(config);
        Files.createSymbolicLink(config, old);
        watch(reading());
        Files.writeString(old, "Host aa\n");
        awaitNews();
        timers.advance(FileWatch.BETWEEN_NEWS);
        watch(reading());

        Files.createSymbolicLink(ssh.resolve("link"), other);
        Files.move(ssh.resolve("link"), config, StandardCopyOption.ATOMIC_MOVE);

        awaitNews();
    }

    @Test
    void aFileThatComesUnderAPatternIsTold() throws IOException {
        Files.createDirectories(ssh.resolve("config.d"));
        watch(reading());

        Files.writeString(ssh.resolve("config.d/work.conf"), "Host w\n");

        awaitNews();
    }

    @Test
    void aDirectoryThatComesLaterIsListenedToFromThenOn() throws IOException {
        watch(reading());

        Files.createDirectories(ssh.resolve("config.d"));
        awaitUnrest();
        timers.advance(FileWatch.CALM);
        settle();
        assertThat(told).hasValue(0);
        Files.writeString(ssh.resolve("config.d/work.conf"), "Host w\n");

        awaitNews();
    }

    @Test
    void aWholeDirectoryThatIsReplacedIsTold() throws IOException {
        watch(reading());
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve("config"), "Host b\n");

        Files.move(ssh, temporary.resolve("me/old"));
        Files.move(other, ssh);

        awaitNews();
    }

    @Test
    void writingKnownHostsTellsNothing() throws IOException {
        watch(reading());
        for (int i = 0; i < 50; i++) {
            Files.writeString(ssh.resolve("known_hosts"), "host " + i + "\n");
        }

        // The kernel keeps the order: what follows is heard only after all that went before.
        Path passing = Files.createDirectories(ssh.resolve("config.d"));
        awaitUnrest();
        Files.delete(passing);
        timers.advance(FileWatch.CALM);
        settle();

        assertThat(told).hasValue(0);
        Files.writeString(config, "Host b\n");
        awaitNews();
    }

    @Test
    void aFileThatIsTouchedAgainAndAgainIsLookedAtAllTheSame() throws IOException {
        watch(reading());
        Files.writeString(config, "Host b\n");
        awaitUnrest();
        Duration half = FileWatch.CALM.dividedBy(2);
        for (Duration gone = Duration.ZERO; gone.compareTo(FileWatch.LONGEST_UNREST) < 0; gone = gone.plus(half)) {
            assertThat(told).hasValue(0);
            watchHears(() -> Files.writeString(config, "Host c\n"));
            timers.advance(half);
            settle();
        }

        assertThat(told).hasValue(1);
    }

    @Test
    void aWatchThatTakesThePlaceOfAnotherSilencesIt() throws IOException {
        AtomicInteger earlier = new AtomicInteger();
        watch.watch(reading(), earlier::incrementAndGet);
        watch(reading());

        Files.writeString(config, "Host b\n");

        awaitNews();
        assertThat(earlier).hasValue(0);
    }

    /** What a reading of {@code config} depends on that includes {@code config.d/*.conf}. */
    private Watched reading() {
        String pattern = ssh + "/config.d/*.conf";
        List<String> matches = new Glob(pattern).paths();
        return new Watched(
                Stream.concat(Stream.of(config.toString()), matches.stream())
                        .collect(Collectors.toMap(path -> path, Stamp::of)),
                Map.of(pattern, matches));
    }

    private void watch(Watched reading) {
        told.set(0);
        watch.watch(reading, told::incrementAndGet);
        settle();
    }

    private interface Deed {
        void happen() throws IOException;
    }

    /** Does it, and waits until the unrest that it makes has been noticed: the alarm is another one. */
    private void watchHears(Deed deed) throws IOException {
        long set = timers.everSet();
        deed.happen();
        Waiting.until(() -> timers.everSet() > set);
    }

    private void awaitUnrest() {
        Waiting.until(() -> timers.pending() == 1);
    }

    private void awaitNews() {
        Waiting.until(() -> {
            timers.advance(FileWatch.CALM);
            return told.get() == 1;
        });
    }

    /** Until the lane has done what it was given so far. */
    private void settle() {
        try {
            lane.submit(() -> {}).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
