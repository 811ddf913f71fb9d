package dev.rwtui.tui.model;

import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import java.util.Optional;

/**
 * What is known of a machine.
 *
 * @param facts the last that it told
 * @param failure why it did not tell the last time
 */
public record Machine(Optional<MachineFacts> facts, Optional<String> failure) {

    /** Its GPUs; empty where it has none, or nothing tells. */
    public Optional<GpuReport.Gpus> gpus() {
        return facts.map(MachineFacts::gpus)
                .filter(GpuReport.Gpus.class::isInstance)
                .map(GpuReport.Gpus.class::cast)
                .filter(gpus -> gpus.total() > 0);
    }
}
