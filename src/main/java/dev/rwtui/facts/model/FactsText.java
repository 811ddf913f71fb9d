package dev.rwtui.facts.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words for facts, one line each, the same on the screen and on the command line. Not yet safe for a terminal. */
public final class FactsText {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private FactsText() {}

    /** Two digits or more: {@code 512 MiB}, {@code 1.8 TiB}, {@code 61 GiB}. */
    public static String bytes(long bytes) {
        int unit = bytes < 1024 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        double value = bytes / Math.pow(1024, unit);
        if (value >= 1023.5 && unit + 1 < UNITS.size()) {
            unit++;
            value /= 1024;
        }
        return digits(value) + " " + UNITS.get(unit);
    }

    /** In GiB, without the unit: {@code 0.4}, {@code 61}. */
    public static String gib(long bytes) {
        return digits(bytes / (double) (1L << 30));
    }

    private static String digits(double value) {
        String tenths = String.format(Locale.ROOT, "%.1f", value);
        return value >= 9.95 || tenths.endsWith(".0") ? String.format(Locale.ROOT, "%.0f", value) : tenths;
    }

    /** {@code 5 d 3 h}, {@code 3 h 20 min}, {@code 42 s}. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    /** {@code 2 of 8 GPUs free}; why there are none. */
    public static String gpus(GpuReport report) {
        if (report instanceof GpuReport.Gpus gpus) {
            return gpus.gpus().isEmpty()
                    ? "no GPUs"
                    : gpus.free() + " of " + gpus.total() + (gpus.total() == 1 ? " GPU free" : " GPUs free");
        }
        if (report instanceof GpuReport.Failed failed) {
            return failed.words();
        }
        return ((GpuReport.NoTool) report).why();
    }

    /**
     * One line each, measures below each other:
     * {@code [0] A100-SXM4-80GB  77°C  96 %  61/80 GiB  alice python train.py (pid 4242)}.
     */
    public static List<String> gpus(List<Gpu> gpus) {
        int names = width(gpus, FactsText::named);
        int degrees = width(gpus, FactsText::degrees);
        int percents = width(gpus, FactsText::percent);
        int memories = width(gpus, gpu -> memory(gpu.use()));
        return gpus.stream()
                .map(gpu -> named(gpu)
                        + " ".repeat(names - named(gpu).length())
                        + right(degrees(gpu), degrees)
                        + right(percent(gpu), percents)
                        + right(memory(gpu.use()), memories)
                        + state(gpu))
                .map(String::stripTrailing)
                .toList();
    }

    /** What drivers write is ASCII: one column for each character. */
    private static int width(List<Gpu> gpus, Function<Gpu, String> column) {
        return gpus.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    /** Nothing where no GPU has anything in that column. */
    private static String right(String text, int columns) {
        return columns == 0 ? "" : "  " + " ".repeat(columns - text.length()) + text;
    }

    private static String named(Gpu gpu) {
        return "[" + gpu.index() + "] " + shortName(gpu.name());
    }

    private static String degrees(Gpu gpu) {
        return gpu.temperature().map(degrees -> degrees + "°C").orElse("");
    }

    private static String percent(Gpu gpu) {
        return gpu.use().percent().map(percent -> percent + " %").orElse("");
    }

    /** What is particular about it, and who uses it. */
    private static String state(Gpu gpu) {
        StringBuilder line = new StringBuilder();
        if (gpu.mig() == Gpu.Mig.ENABLED) {
            line.append("  MIG");
        }
        gpu.fault().ifPresent(fault -> line.append("  ").append(fault));
        String users = gpu.processes().orElse(List.of()).stream()
                .map(FactsText::process)
                .collect(Collectors.joining(", "));
        return users.isEmpty()
                ? line.toString()
                : line.append("  ").append(users).toString();
    }

    private static String shortName(String name) {
        return name.startsWith("NVIDIA ") ? name.substring("NVIDIA ".length()) : name;
    }

    private static String memory(Gpu.Use use) {
        return use.memoryTotal()
                .map(total -> use.memoryUsed().map(FactsText::gib).orElse("?") + "/" + gib(total) + " GiB")
                .orElse("");
    }

    /** {@code alice python train.py (pid 4242)}. */
    public static String process(GpuProcess process) {
        return process.user().map(user -> user + " ").orElse("") + shortCommand(process.command()) + " (pid "
                + process.pid() + ")";
    }

    /** Without the directories of its program. */
    private static String shortCommand(String command) {
        int end = command.indexOf(' ');
        String program = end < 0 ? command : command.substring(0, end);
        return program.substring(program.lastIndexOf('/') + 1) + (end < 0 ? "" : command.substring(end));
    }

    /** {@code /home/alice  nfs4  120 GiB of 1.8 TiB free}, and the quota where there is one. */
    public static String disk(Disk disk) {
        String type = disk.type().map(name -> "  " + name).orElse("");
        String quotas = disk.quotas().stream()
                .map(FactsText::quota)
                .map(text -> "  " + text)
                .collect(Collectors.joining());
        return disk.path() + type + "  " + bytes(Math.max(0, disk.available())) + " of " + bytes(disk.size()) + " free"
                + quotas;
    }

    /** {@code quota 45 GiB of 50 GiB}; of the limit that comes first. */
    public static String quota(Disk.Quota quota) {
        Optional<Long> bytes = quota.soft().or(quota::hard);
        Optional<Long> files = quota.softFiles().or(quota::hardFiles);
        String ofBytes =
                bytes.map(limit -> bytes(quota.used()) + " of " + bytes(limit)).orElseGet(() -> bytes(quota.used()));
        return "quota " + ofBytes
                + files.map(limit -> ", " + quota.files() + " of " + limit + " files")
                        .orElse("");
    }

    /** {@code 180 of 503 GiB available}. */
    public static String memory(Memory memory) {
        return gib(memory.available()) + " of " + gib(memory.total()) + " GiB available";
    }

    /** {@code load 12.5 on 64 CPUs}. */
    public static String cpus(Cpus cpus) {
        String count = cpus.count()
                .map(number -> number + (number == 1 ? " CPU" : " CPUs"))
                .orElse("CPUs");
        return cpus.load()
                .map(load -> String.format(Locale.ROOT, "load %.1f on ", load.one()) + count)
                .orElse(count);
    }
}
