package dev.rwtui.tui.testing;

import dev.rwtui.base.HostAlias;
import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Disk;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuProcess;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.Memory;
import dev.rwtui.facts.model.OperatingSystem;
import dev.rwtui.facts.model.Scheduler;
import dev.rwtui.facts.model.Unfinished;
import dev.rwtui.tui.model.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A machine with four GPUs, of which two are taken. */
public final class MachineSample {

    private static final long GIB = 1L << 30;

    private MachineSample() {}

    public static Gpu gpu(int index, int percent, long used, GpuProcess... processes) {
        return new Gpu(
                index,
                Optional.of("GPU-" + index),
                Optional.empty(),
                "NVIDIA A100-SXM4-80GB",
                new Gpu.Use(Optional.of(percent), Optional.of(used * GIB), Optional.of(80 * GIB)),
                Optional.of(35 + percent / 2),
                Optional.empty(),
                Gpu.Mig.DISABLED,
                Optional.of(List.of(processes)),
                Optional.empty());
    }

    public static GpuReport gpus() {
        return new GpuReport.Gpus(
                List.of(
                        gpu(
                                0,
                                96,
                                61,
                                new GpuProcess(
                                        4242, Optional.of("alice"), "/opt/bin/python train.py", Optional.of(61 * GIB))),
                        gpu(1, 0, 0),
                        gpu(2, 41, 12, new GpuProcess(777, Optional.empty(), "python", Optional.of(12 * GIB))),
                        gpu(3, 0, 0)),
                Optional.of("550.54.15"),
                Optional.of("12.4"));
    }

    public static MachineFacts facts(GpuReport gpus, Scheduler scheduler) {
        return new MachineFacts(
                Sample.NOW,
                new OperatingSystem("Linux", Optional.of("Ubuntu 22.04.4 LTS"), "5.15.0-105-generic", "x86_64"),
                Optional.of(Duration.ofHours(75)),
                new Cpus(
                        Optional.of(64),
                        Optional.of(new Cpus.Load(12.5, 10, 8)),
                        Optional.of("AMD EPYC 7543 32-Core Processor")),
                Optional.of(new Memory(503 * GIB, 180 * GIB, 0, 0)),
                List.of(new Disk(
                        "/home/anthonyhu",
                        "nas:/home",
                        "/home",
                        Optional.of("nfs4"),
                        1800 * GIB,
                        1680 * GIB,
                        120 * GIB,
                        Optional.of(new Disk.Inodes(42, 100)),
                        List.of())),
                gpus,
                scheduler,
                List.of("CUDA counts GPUs in another order unless CUDA_DEVICE_ORDER=PCI_BUS_ID"),
                List.of(new Unfinished("quota", "not finished after 2 s")));
    }

    public static MachineFacts facts() {
        return facts(
                gpus(),
                new Scheduler.Slurm(List.of(new Scheduler.Job(
                        "4711_3",
                        "train",
                        "gpu",
                        "RUNNING",
                        Optional.of(Duration.ofMinutes(200)),
                        Optional.of(Duration.ofDays(2)),
                        1,
                        "gpu01",
                        Optional.empty()))));
    }

    public static Event asked(HostAlias host, long revision, MachineFacts facts) {
        return new Event.MachineAsked(Sample.NOW, host, revision, Optional.of(facts), Optional.empty());
    }

    public static Event failed(HostAlias host, long revision, Optional<MachineFacts> last, String why) {
        return new Event.MachineAsked(Sample.NOW, host, revision, last, Optional.of(why));
    }
}
