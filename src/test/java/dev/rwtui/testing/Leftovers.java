package dev.rwtui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The threads and open files of this process at one time, to be compared with a later one. */
public final class Leftovers {

    private final Set<Long> threads;
    private final Set<String> files;

    private Leftovers(Set<Long> threads, Set<String> files) {
        this.threads = threads;
        this.files = files;
    }

    public static Leftovers now() {
        return new Leftovers(threads(), files());
    }

    /** Those that live now, by their numbers. */
    public static Set<Long> threads() {
        return living().map(Thread::getId).collect(Collectors.toSet());
    }

    /** Waits until nothing that was not there at the time of {@code this} is left, or fails with what is. */
    public void awaitNone() {
        try {
            Waiting.until(() -> since().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError("left behind: " + since(), e);
        }
    }

    private Set<String> since() {
        Set<String> left = files();
        left.removeAll(files);
        living().filter(thread -> !threads.contains(thread.getId()))
                .map(thread -> "thread " + thread.getName())
                .forEach(left::add);
        return left;
    }

    /** But for those that the JDK keeps for itself. */
    private static Stream<Thread> living() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread ->
                        !thread.getName().matches("process reaper.*|ForkJoinPool.*|CompletableFutureDelay.*"));
    }

    /** What each descriptor leads to: sockets and pipes have a number of their own. */
    public static Set<String> files() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .flatMap(descriptor -> target(descriptor).stream())
                    .filter(target -> !target.endsWith(".jar") && !target.startsWith("/proc/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where it was closed in the meantime. */
    private static Set<String> target(Path descriptor) {
        try {
            return Set.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
