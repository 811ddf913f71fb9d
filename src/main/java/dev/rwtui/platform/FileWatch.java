package dev.rwtui.platform;

import dev.rwtui.base.Timers;
import dev.rwtui.engine.ConfigurationWatch;
import dev.rwtui.ssh.config.Watched;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Watches the disk. On Linux the kernel tells of changes, and nothing runs until it does; where it cannot, on file systems
 * that other machines write to, and on other systems (where the JDK itself would only poll, and seldom), files are
 * compared every 2 s. Whatever is heard, only a difference from what was read counts.
 */
public final class FileWatch implements ConfigurationWatch, AutoCloseable {

    /** An editor writes, renames and changes modes: it is done once it has been quiet for so long. */
    static final Duration CALM = Duration.ofMillis(100);

    /** A file that is written without a pause is looked at all the same. */
    static final Duration LONGEST_UNREST = Duration.ofSeconds(1);

    /** A file that never stays the same does not keep a processor busy. */
    static final Duration BETWEEN_NEWS = Duration.ofMillis(500);

    static final Duration COMPARED_EVERY = Duration.ofSeconds(2);

    /** The ways may change while they are looked at; whoever changes them on and on is heard anyway. */
    private static final int MOST_WALKS = 5;

    private final Tools tools;
    private final Ears ears;
    private Optional<Watch> current = Optional.empty();
    private Optional<Timers.Scheduled> alarm = Optional.empty();
    private Optional<Long> unrestSince = Optional.empty();
    private Optional<Long> lastNews = Optional.empty();
    private Optional<String> complaint = Optional.empty();

    /**
     * What it works with.
     *
     * @param lane one thread at a time, tasks in order; looks at the disk
     * @param blocking gives a thread that waits for the kernel until this is closed
     * @param trouble told once, in words, where files have to be compared again and again
     */
    public record Tools(Executor lane, Executor blocking, Timers timers, Consumer<String> trouble) {}

    private record Watch(Watched watched, Runnable changed) {}

    public FileWatch(Tools tools) {
        this(tools, FileWatch::ofThisSystem);
    }

    FileWatch(Tools tools, Ears.Opening opening) {
        this.tools = tools;
        this.ears = new Ears(opening, tools.blocking(), () -> tools.lane().execute(this::heard));
    }

    private static WatchService ofThisSystem() throws IOException {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            throw new IOException("this system does not tell of changes");
        }
        return FileSystems.getDefault().newWatchService();
    }

    @Override
    public void watch(Watched watched, Runnable changed) {
        tools.lane().execute(() -> {
            current = Optional.of(new Watch(watched, changed));
            look();
        });
    }

    /** Tells nothing more. Returns at once. */
    @Override
    public void close() {
        tools.lane().execute(() -> {
            current = Optional.empty();
            disarm();
            ears.close();
        });
    }

    private void heard() {
        if (current.isPresent()) {
            long now = tools.timers().nanos();
            long since = unrestSince.orElse(now);
            Duration left = LONGEST_UNREST.minusNanos(now - since);
            arm(left.compareTo(CALM) < 0 ? left : CALM);
            unrestSince = Optional.of(since);
        }
    }

    private void look() {
        disarm();
        current.ifPresent(watch -> {
            Optional<String> deaf = listen(watch.watched());
            if (differs(watch.watched())) {
                news(watch);
            } else if (deaf.isPresent()) {
                complain(deaf.get());
                arm(COMPARED_EVERY);
            }
        });
    }

    /** First listens, then looks whether these still are the places: no change falls in between. */
    private Optional<String> listen(Watched watched) {
        Trails trails = Trails.of(watched);
        Optional<String> deaf = ears.listen(trails);
        for (int walks = 1; walks < MOST_WALKS; walks++) {
            Trails now = Trails.of(watched);
            if (now.equals(trails)) {
                return deaf;
            }
            trails = now;
            deaf = ears.listen(trails);
        }
        return deaf;
    }

    private static boolean differs(Watched watched) {
        return watched.stamps().entrySet().stream()
                        .anyMatch(file -> !Stamp.of(file.getKey()).equals(file.getValue()))
                || watched.globs().entrySet().stream()
                        .anyMatch(glob -> !new Glob(glob.getKey()).paths().equals(glob.getValue()));
    }

    private void news(Watch watch) {
        long now = tools.timers().nanos();
        Duration left =
                lastNews.map(then -> BETWEEN_NEWS.minusNanos(now - then)).orElse(Duration.ZERO);
        if (left.compareTo(Duration.ZERO) > 0) {
            arm(left);
            return;
        }
        lastNews = Optional.of(now);
        current = Optional.empty();
        watch.changed().run();
    }

    private void complain(String why) {
        if (complaint.isEmpty()) {
            tools.trouble()
                    .accept("changes of the configuration are not told of (" + why + "); its files are compared every "
                            + COMPARED_EVERY.toSeconds() + " s");
        }
        complaint = Optional.of(why);
    }

    private void arm(Duration delay) {
        disarm();
        alarm = Optional.of(tools.timers().after(delay, () -> tools.lane().execute(this::look)));
    }

    private void disarm() {
        alarm.ifPresent(Timers.Scheduled::cancel);
        alarm = Optional.empty();
        unrestSince = Optional.empty();
    }
}
