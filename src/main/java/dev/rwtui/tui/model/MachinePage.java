package dev.rwtui.tui.model;

import dev.rwtui.facts.model.Disk;
import dev.rwtui.facts.model.FactsText;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.OperatingSystem;
import dev.rwtui.facts.model.Scheduler;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a machine has, as lines; and where GPUs are free. */
public final class MachinePage {

    private static final String NOBODY = "No host is connected: only those can be asked.";

    private MachinePage() {}

    /** What a line is about. */
    public enum Part {
        HEADING,
        VALUE,
        GOOD,
        NOTE,
        FAILURE
    }

    public record Line(Part part, String text) {}

    /** For the screen, where they are too wide for it. */
    public static List<Wrapped.Line> wrappable(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.part()) {
                    case GOOD -> new Wrapped.Line("○ ", line.text(), 2);
                    case VALUE -> new Wrapped.Line("  ", line.text(), 2);
                    case HEADING, NOTE, FAILURE -> new Wrapped.Line("", line.text(), 0);
                })
                .toList();
    }

    /** All that is known of one machine. */
    public static List<Line> of(AppState state, Overlay.MachineView shown) {
        List<Line> lines = new ArrayList<>();
        Optional<Machine> machine = state.facts().machine(shown.host());
        machine.flatMap(Machine::failure).ifPresent(why -> lines.add(new Line(Part.FAILURE, why)));
        Optional<MachineFacts> facts = machine.flatMap(Machine::facts);
        if (facts.isEmpty()) {
            boolean up = state.link(shown.host()) instanceof Link.Up;
            lines.add(new Line(
                    Part.NOTE,
                    up ? "Asking " + shown.host() + "." : shown.host() + " is not connected: Enter on it connects."));
            return lines;
        }
        machine(facts.get(), state.now(), lines);
        return lines;
    }

    private static void machine(MachineFacts facts, Instant now, List<Line> lines) {
        gpus(facts.gpus(), lines);
        heading(lines, "Machine");
        value(lines, system(facts) + age(facts, now));
        value(
                lines,
                FactsText.cpus(facts.cpus())
                        + facts.cpus().model().map(model -> ", " + model).orElse(""));
        facts.memory().map(FactsText::memory).ifPresent(memory -> value(lines, memory));
        heading(lines, "Disks");
        for (Disk disk : facts.disks()) {
            value(lines, FactsText.disk(disk));
            disk.inodes()
                    .filter(inodes -> inodes.total() > 0)
                    .ifPresent(inodes ->
                            value(lines, "  " + inodes.used() * 100 / inodes.total() + " % of its inodes are used"));
        }
        jobs(facts.scheduler(), lines);
        if (!facts.notes().isEmpty() || !facts.unfinished().isEmpty()) {
            heading(lines, "Notes");
            facts.notes().forEach(note -> lines.add(new Line(Part.NOTE, note)));
            facts.unfinished().forEach(part -> lines.add(new Line(Part.NOTE, part.part() + ": " + part.why())));
        }
    }

    private static void gpus(GpuReport report, List<Line> lines) {
        String title = "GPUs";
        if (report instanceof GpuReport.Gpus gpus) {
            String versions = Stream.of(
                            gpus.driver().map(version -> "driver " + version),
                            gpus.cuda().map(version -> "CUDA " + version))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            title = versions.isEmpty() ? title : title + ", " + versions;
        }
        lines.add(new Line(Part.HEADING, title));
        value(lines, FactsText.gpus(report));
        if (report instanceof GpuReport.Gpus gpus) {
            List<String> each = FactsText.gpus(gpus.gpus());
            for (int i = 0; i < each.size(); i++) {
                lines.add(new Line(gpus.gpus().get(i).isFree() ? Part.GOOD : Part.VALUE, each.get(i)));
            }
        }
    }

    private static String system(MachineFacts facts) {
        OperatingSystem system = facts.system();
        String name = system.release().orElse(system.name()) + ", " + system.kernel() + ", " + system.machine();
        return name + facts.uptime().map(up -> ", up " + FactsText.duration(up)).orElse("");
    }

    private static void jobs(Scheduler scheduler, List<Line> lines) {
        if (scheduler instanceof Scheduler.Present present) {
            heading(lines, present.name());
            lines.add(new Line(Part.NOTE, "It is there; its jobs are not known to rwtui."));
        } else if (scheduler instanceof Scheduler.Slurm slurm) {
            heading(lines, "Slurm, your jobs");
            if (slurm.jobs().isEmpty()) {
                lines.add(new Line(Part.NOTE, "none"));
            }
            slurm.jobs().forEach(job -> value(lines, job(job)));
        }
    }

    private static String job(Scheduler.Job job) {
        return job.id() + "  " + job.name() + "  " + job.partition() + "  " + job.state()
                + job.elapsed().map(time -> "  " + FactsText.duration(time)).orElse("")
                + job.limit().map(time -> " of " + FactsText.duration(time)).orElse("")
                + (job.nodeList().isEmpty() ? "" : "  " + job.nodeList())
                + job.reason().map(why -> "  " + why).orElse("");
    }

    /** In one line; empty where nothing is known. */
    public static String summary(AppState state, HostSummary host) {
        Optional<Machine> machine = state.facts().machine(host.alias());
        Optional<MachineFacts> facts = machine.flatMap(Machine::facts);
        if (facts.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        machine.get().gpus().ifPresent(gpus -> parts.add(FactsText.gpus(gpus)));
        parts.add(FactsText.cpus(facts.get().cpus()));
        facts.get().memory().map(FactsText::memory).ifPresent(parts::add);
        return String.join(" · ", parts) + age(facts.get(), state.now());
    }

    /** Said of what is no longer the present. */
    private static String age(MachineFacts facts, Instant now) {
        Duration age = Ages.since(facts.taken(), now, Ages.MINUTE);
        return age.compareTo(Ages.MINUTE) > 0 ? ", " + Ages.words(age) + " ago" : "";
    }

    /** Connected machines with so many free GPUs, those with most first. */
    public static List<Line> of(AppState state, Overlay.FreeGpus shown) {
        List<Line> lines = new ArrayList<>();
        List<HostSummary> connected = state.facts().configuration().hosts().stream()
                .filter(host -> state.link(host.alias()) instanceof Link.Up)
                .toList();
        connected.stream()
                .filter(host -> free(state, host) >= shown.count())
                .sorted(Comparator.comparingInt((HostSummary host) -> free(state, host))
                        .reversed())
                .forEach(host -> lines.add(new Line(
                        Part.GOOD,
                        host.alias() + "  "
                                + state.facts()
                                        .machine(host.alias())
                                        .flatMap(Machine::gpus)
                                        .map(FactsText::gpus)
                                        .orElse(""))));
        if (lines.isEmpty()) {
            lines.add(new Line(Part.HEADING, connected.isEmpty() ? NOBODY : none(shown.count())));
        }
        unknown(state, connected, lines);
        return lines;
    }

    private static String none(int count) {
        return "No connected host has " + (count == 1 ? "a free GPU." : count + " free GPUs.");
    }

    /** Why somebody did not tell; and who was not asked, as gateways are not that nobody connected for themselves. */
    private static void unknown(AppState state, List<HostSummary> connected, List<Line> lines) {
        List<String> silent = new ArrayList<>();
        for (HostSummary host : connected) {
            Optional<Machine> machine = state.facts().machine(host.alias());
            Optional<String> failure = machine.flatMap(Machine::failure);
            if (failure.isPresent()) {
                lines.add(new Line(Part.FAILURE, host.alias() + ": " + failure.get()));
            } else if (machine.isEmpty()) {
                silent.add(host.alias().value());
            }
        }
        if (!silent.isEmpty()) {
            lines.add(new Line(Part.NOTE, "Nothing is known of " + String.join(", ", silent) + "."));
        }
    }

    private static int free(AppState state, HostSummary host) {
        return state.facts()
                .machine(host.alias())
                .flatMap(Machine::gpus)
                .map(GpuReport.Gpus::free)
                .orElse(0);
    }

    private static void heading(List<Line> lines, String title) {
        lines.add(new Line(Part.NOTE, ""));
        lines.add(new Line(Part.HEADING, title));
    }

    private static void value(List<Line> lines, String text) {
        if (!text.isEmpty()) {
            lines.add(new Line(Part.VALUE, text));
        }
    }
}
