package dev.rwtui.bench;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.testing.EngineRig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What sessions take that do nothing, in a JVM of their own with the flags that the launcher gives: an engine connects one
 * host behind the gateway, then the others. What two hosts have in common, the gateway's session with it, does not count.
 */
public final class IdleSessions {

    /** As {@code bin/rwtui} has them. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Xms16m",
            "-Xmx80m",
            "-Xmn8m",
            "-XX:SurvivorRatio=2");

    private static final int SETTLE_SECONDS = 3;
    private static final int COLLECTIONS = 3;
    private static final double BYTES_PER_KB = 1e3;

    private IdleSessions() {}

    /**
     * What one session takes, in kB.
     *
     * @param heap after full collections
     * @param resident of the process, before them: with the stacks of its threads, and with what connecting left behind
     */
    record Each(double heap, double resident) {

        /** Of two lines of the JVM, where the second has so many sessions more. */
        static Each of(List<String> lines, int sessions) throws IOException {
            if (lines.size() != 2) {
                throw new IOException("no figures of idle sessions, but: " + lines);
            }
            double[] before = numbers(lines.get(0));
            double[] after = numbers(lines.get(1));
            return new Each((after[0] - before[0]) / sessions, (after[1] - before[1]) / sessions);
        }

        private static double[] numbers(String line) {
            return Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    static Each measure(Fleet fleet) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        words.addAll(FLAGS);
        words.addAll(List.of("-classpath", System.getProperty("java.class.path"), IdleSessions.class.getName()));
        words.add(fleet.config().toString());
        words.addAll(Fleet.aliases());
        Process jvm = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = jvm.waitFor();
        if (status != 0) {
            throw new IOException("the JVM of idle sessions ended with status " + status);
        }
        return Each.of(said.lines().toList(), Fleet.HOSTS - 1);
    }

    /** A configuration, then aliases. Says heap and resident size in kB, with one host connected and with all of them. */
    public static void main(String[] arguments) throws IOException {
        List<String> hosts = List.of(arguments).subList(1, arguments.length);
        try (EngineRig engine = EngineRig.reading(DiskConfigFiles.ofThisMachine(), Optional.of(arguments[0]))) {
            say(engine, hosts.subList(0, 1));
            say(engine, hosts);
        }
    }

    private static void say(EngineRig engine, List<String> hosts) throws IOException {
        hosts.forEach(engine::connect);
        hosts.forEach(engine::awaitUp);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
        double resident = new ProcessFigures(ProcessHandle.current().pid()).proportional();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(heap / BYTES_PER_KB + " " + resident);
    }
}
