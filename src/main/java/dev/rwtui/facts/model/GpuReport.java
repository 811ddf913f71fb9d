package dev.rwtui.facts.model;

import java.util.List;
import java.util.Optional;

/** What is known of a machine's GPUs. */
public sealed interface GpuReport {

    /**
     * They were told.
     *
     * @param gpus in their tool's order
     * @param driver its version: {@code 550.54.15}
     * @param cuda the newest version that the driver can run: {@code 12.4}
     */
    record Gpus(List<Gpu> gpus, Optional<String> driver, Optional<String> cuda) implements GpuReport {
        public Gpus {
            gpus = List.copyOf(gpus);
        }

        /** How many are free. */
        public int free() {
            return (int) gpus.stream().filter(Gpu::isFree).count();
        }

        public int total() {
            return gpus.size();
        }
    }

    /** @param why what would have told and is not there */
    record NoTool(String why) implements GpuReport {}

    /** @param words of the tool, or why it did not answer */
    record Failed(String words) implements GpuReport {}
}
