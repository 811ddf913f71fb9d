package dev.rwtui.facts;

import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.Memory;
import dev.rwtui.facts.model.OperatingSystem;
import dev.rwtui.facts.model.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes facts of what a machine told. */
final class Reading {

    private final Told told;
    private final List<String> directories;
    private final Findings findings = new Findings();

    /** @param withRepository whether a second directory was asked for */
    Reading(Told told, boolean withRepository) {
        this.told = told;
        this.directories = withRepository ? List.of("home", "repository") : List.of("home");
    }

    MachineFacts facts(Instant taken) {
        OperatingSystem system = system();
        boolean mac = system.name().equals("Darwin");
        Map<String, String> sysctl = MacTables.pairs(told.field("darwin", 0));
        Optional<Duration> uptime =
                mac ? MacTables.uptime(sysctl, told.field("darwin", 3)) : LinuxTables.uptime(told.field("proc", 0));
        Cpus cpus = mac ? MacTables.cpus(sysctl) : linuxCpus();
        Optional<Memory> memory =
                mac ? MacTables.memory(sysctl, told.field("darwin", 1)) : LinuxTables.memory(told.field("proc", 2));
        GpuReport gpus = new GpuReading(told, findings).report();
        Scheduler scheduler = scheduler();
        return new MachineFacts(
                taken,
                system,
                uptime,
                cpus,
                memory,
                new DiskReading(told, findings).disks(directories),
                gpus,
                scheduler,
                findings.notes(),
                findings.unfinished());
    }

    private OperatingSystem system() {
        String[] words = told.field("uname", 0).strip().split("\\s+");
        Optional<String> release = words[0].equals("Darwin")
                ? MacTables.release(told.field("darwin", 2))
                : LinuxTables.release(told.field("release", 0));
        return new OperatingSystem(
                words[0], release, words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "");
    }

    private Cpus linuxCpus() {
        return new Cpus(
                Numbers.whole(told.field("cpus", 0)).filter(count -> count > 0).map(Long::intValue),
                LinuxTables.load(told.field("proc", 1)),
                LinuxTables.model(told.field("cpus", 1)));
    }

    private Scheduler scheduler() {
        Optional<Answer> slurm = told.answer("slurm");
        if (slurm.isEmpty()) {
            String other = told.field("scheduler", 0);
            if (told.fields("scheduler").isEmpty()) {
                findings.unfinished("scheduler", "not told in time");
            }
            return other.isEmpty() ? new Scheduler.None() : new Scheduler.Present(other);
        }
        return switch (slurm.get().end()) {
            case DONE -> new Scheduler.Slurm(SlurmTable.parse(slurm.get().section("")));
            case FAILED -> unanswered(slurm.get().section(""));
            case LATE -> unanswered("no answer within 3 s");
        };
    }

    private Scheduler unanswered(String why) {
        findings.unfinished("squeue", why.isEmpty() ? "it has failed and says nothing" : why);
        return new Scheduler.Present("Slurm");
    }
}
