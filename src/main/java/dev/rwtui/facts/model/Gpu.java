package dev.rwtui.facts.model;

import java.util.List;
import java.util.Optional;

/**
 * A GPU. What its tool does not tell is empty.
 *
 * @param index as its tool counts
 * @param name {@code NVIDIA A100-SXM4-80GB}
 * @param use how busy it is
 * @param temperature in degrees Celsius
 * @param watts what it draws
 * @param processes who uses it; empty where the tool does not tell, which is not the same as nobody
 * @param fault why it cannot be used, in the tool's words
 */
public record Gpu(
        int index,
        Optional<String> uuid,
        Optional<String> busId,
        String name,
        Use use,
        Optional<Integer> temperature,
        Optional<Double> watts,
        Mig mig,
        Optional<List<GpuProcess>> processes,
        Optional<String> fault) {

    /** A driver holds a few hundred MiB of an idle GPU. */
    private static final long IDLE_BYTES = 500L << 20;

    /** The same, of a large one. */
    private static final double IDLE_SHARE = 0.03;

    /** What a display or a query costs, percent. */
    private static final int IDLE_PERCENT = 5;

    public Gpu {
        processes = processes.map(List::copyOf);
    }

    /**
     * How busy a GPU is.
     *
     * @param percent of the last moment in which something ran
     * @param memoryUsed in bytes, as {@code memoryTotal}
     */
    public record Use(Optional<Integer> percent, Optional<Long> memoryUsed, Optional<Long> memoryTotal) {}

    /** Whether it is cut into several. */
    public enum Mig {
        UNSUPPORTED,
        DISABLED,
        ENABLED
    }

    /**
     * Whether a person can take it: it works, no process computes on it, and at least two of processes, memory and
     * utilisation are known, of which memory is at most 500 MiB or 3 % and utilisation below 5 %.
     */
    public boolean isFree() {
        Optional<Boolean> nobody = processes.map(List::isEmpty);
        Optional<Boolean> empty = use.memoryUsed()
                .map(used -> used
                        <= Math.max(IDLE_BYTES, (long)
                                (IDLE_SHARE * use.memoryTotal().orElse(0L))));
        Optional<Boolean> idle = use.percent().map(percent -> percent < IDLE_PERCENT);
        List<Boolean> told =
                List.of(nobody, empty, idle).stream().flatMap(Optional::stream).toList();
        return fault.isEmpty() && told.size() >= 2 && !told.contains(false);
    }

    /** Who uses it. */
    public Gpu with(List<GpuProcess> who) {
        return new Gpu(index, uuid, busId, name, use, temperature, watts, mig, Optional.of(who), fault);
    }
}
