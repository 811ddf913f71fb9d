package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Disk;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.Memory;
import dev.rwtui.facts.model.Scheduler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rwtui facts --json} prints. Fields are only ever added; sizes are bytes; what is not known is null.
 *
 * @param version of this shape
 * @param taken when it was asked, ISO 8601
 * @param gpuProblem why there are no GPUs to tell of; empty where there are some
 */
record FactsDocument(
        int version,
        String host,
        String taken,
        List<GpuEntry> gpus,
        String gpuProblem,
        String driver,
        String cuda,
        @Nullable Integer cpus,
        @Nullable Double load,
        @Nullable Long memoryTotal,
        @Nullable Long memoryAvailable,
        List<DiskEntry> disks,
        List<JobEntry> jobs,
        String system,
        List<String> notes,
        List<String> unfinished) {

    private static final int VERSION = 1;

    /** One GPU. */
    record GpuEntry(
            int index,
            String name,
            boolean free,
            @Nullable Integer utilisation,
            @Nullable Long memoryUsed,
            @Nullable Long memoryTotal,
            @Nullable Integer temperature,
            List<ProcessEntry> processes,
            String fault) {

        static GpuEntry of(Gpu gpu) {
            return new GpuEntry(
                    gpu.index(),
                    gpu.name(),
                    gpu.isFree(),
                    gpu.use().percent().orElse(null),
                    gpu.use().memoryUsed().orElse(null),
                    gpu.use().memoryTotal().orElse(null),
                    gpu.temperature().orElse(null),
                    gpu.processes().orElse(List.of()).stream()
                            .map(process -> new ProcessEntry(
                                    process.pid(), process.user().orElse(""), process.command()))
                            .toList(),
                    gpu.fault().orElse(""));
        }
    }

    record ProcessEntry(long pid, String user, String command) {}

    record DiskEntry(String path, String type, long size, long available, boolean network) {}

    record JobEntry(String id, String name, String partition, String state, String nodes, String reason) {}

    static FactsDocument of(HostAlias host, MachineFacts facts) {
        Optional<GpuReport.Gpus> gpus = Optional.of(facts.gpus())
                .filter(GpuReport.Gpus.class::isInstance)
                .map(GpuReport.Gpus.class::cast);
        return new FactsDocument(
                VERSION,
                host.value(),
                facts.taken().toString(),
                gpus.map(GpuReport.Gpus::gpus).orElse(List.of()).stream()
                        .map(GpuEntry::of)
                        .toList(),
                problem(facts.gpus()),
                gpus.flatMap(GpuReport.Gpus::driver).orElse(""),
                gpus.flatMap(GpuReport.Gpus::cuda).orElse(""),
                facts.cpus().count().orElse(null),
                facts.cpus().load().map(Cpus.Load::one).orElse(null),
                facts.memory().map(Memory::total).orElse(null),
                facts.memory().map(Memory::available).orElse(null),
                facts.disks().stream().map(FactsDocument::disk).toList(),
                jobs(facts.scheduler()),
                facts.system().release().orElse(facts.system().name()),
                facts.notes(),
                facts.unfinished().stream()
                        .map(part -> part.part() + ": " + part.why())
                        .toList());
    }

    private static String problem(GpuReport report) {
        if (report instanceof GpuReport.NoTool missing) {
            return missing.why();
        }
        return report instanceof GpuReport.Failed failed ? failed.words() : "";
    }

    private static DiskEntry disk(Disk disk) {
        return new DiskEntry(disk.path(), disk.type().orElse(""), disk.size(), disk.available(), disk.onNetwork());
    }

    private static List<JobEntry> jobs(Scheduler scheduler) {
        return scheduler instanceof Scheduler.Slurm slurm
                ? slurm.jobs().stream()
                        .map(job -> new JobEntry(
                                job.id(),
                                job.name(),
                                job.partition(),
                                job.state(),
                                job.nodeList(),
                                job.reason().orElse("")))
                        .toList()
                : List.of();
    }
}
