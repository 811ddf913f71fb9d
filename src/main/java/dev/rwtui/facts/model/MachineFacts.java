package dev.rwtui.facts.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one machine has, and how busy it was at one moment.
 *
 * @param taken when it was asked, by the clock here
 * @param uptime since the machine started; in a container, of its host
 * @param disks the home directory's first, then the repository's where one was asked for
 * @param notes what a person should know to read the rest
 * @param unfinished the parts that did not answer, each with why
 */
public record MachineFacts(
        Instant taken,
        OperatingSystem system,
        Optional<Duration> uptime,
        Cpus cpus,
        Optional<Memory> memory,
        List<Disk> disks,
        GpuReport gpus,
        Scheduler scheduler,
        List<String> notes,
        List<Unfinished> unfinished) {

    public MachineFacts {
        disks = List.copyOf(disks);
        notes = List.copyOf(notes);
        unfinished = List.copyOf(unfinished);
    }
}
