package dev.rwtui.facts;

import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Memory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of {@code /proc} (proc(5)) and os-release(5). */
final class LinuxTables {

    private LinuxTables() {}

    /** {@code /proc/uptime}: {@code 24867.53 26512.48}. */
    static Optional<Duration> uptime(String text) {
        return Numbers.decimal(text.strip().split("\\s+", 2)[0])
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    /** {@code /proc/loadavg}: {@code 0.92 1.02 1.04 6/152 10036}. */
    static Optional<Cpus.Load> load(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length < 3) {
            return Optional.empty();
        }
        return Numbers.decimal(words[0])
                .flatMap(one -> Numbers.decimal(words[1])
                        .flatMap(five -> Numbers.decimal(words[2]).map(fifteen -> new Cpus.Load(one, five, fifteen))));
    }

    /** {@code /proc/meminfo}. Kernels before 3.14 do not say what is available. */
    static Optional<Memory> memory(String text) {
        Map<String, Long> kib = new HashMap<>();
        text.lines().forEach(line -> {
            String[] words = line.strip().split("[:\\s]+");
            if (words.length > 1) {
                Numbers.whole(words[1]).ifPresent(number -> kib.put(words[0], number));
            }
        });
        if (!kib.containsKey("MemTotal")) {
            return Optional.empty();
        }
        long reusable = kib.getOrDefault("MemFree", 0L)
                + kib.getOrDefault("Buffers", 0L)
                + kib.getOrDefault("Cached", 0L)
                + kib.getOrDefault("SReclaimable", 0L)
                - kib.getOrDefault("Shmem", 0L);
        long swap = kib.getOrDefault("SwapTotal", 0L);
        return Optional.of(new Memory(
                bytes(kib.get("MemTotal")),
                bytes(kib.getOrDefault("MemAvailable", Math.max(0, reusable))),
                bytes(swap),
                bytes(swap - kib.getOrDefault("SwapFree", swap))));
    }

    private static long bytes(long kib) {
        return Numbers.bytes(kib, 1024);
    }

    /** {@code PRETTY_NAME} of os-release, as a shell reads it. */
    static Optional<String> release(String text) {
        return text.lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).strip())
                .map(value -> value.matches("(['\"]).*\\1") ? value.substring(1, value.length() - 1) : value)
                .map(value -> value.replaceAll("\\\\(.)", "$1"))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** {@code model name : AMD EPYC 7763 64-Core Processor}. */
    static Optional<String> model(String line) {
        return Optional.of(line.substring(line.indexOf(':') + 1).strip()).filter(name -> !name.isEmpty());
    }
}
