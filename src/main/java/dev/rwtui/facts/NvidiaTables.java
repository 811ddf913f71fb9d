package dev.rwtui.facts;

import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What nvidia-smi prints to its queries, from driver 418 on. */
final class NvidiaTables {

    private static final long MIB = 1L << 20;

    /** What stands in a field of a GPU that has come to harm; not what stands for something it never had. */
    private static final Pattern HARM =
            Pattern.compile("ERR!|\\[?(Unknown Error|GPU is lost|GPU requires reset)\\]?", Pattern.CASE_INSENSITIVE);

    private static final Pattern PROCESS =
            Pattern.compile("\\s*((?:GPU|MIG)-[^,\\s]+),\\s*(\\d{1,18}),\\s*(.*),([^,]*)");
    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
    private static final Pattern OWNER = Pattern.compile("\\s*(\\d{1,18})\\s+(\\S+)\\s+(.*)");

    private NvidiaTables() {}

    /** @param words lines that are no GPU: of one that is lost, or why there is none */
    record Gpus(List<Gpu> gpus, Optional<String> driver, List<String> words) {}

    /** @param fields their names, in the order of {@code csv}, parted by commas */
    static Gpus gpus(String fields, String csv) {
        List<String> names = List.of(fields.strip().split(","));
        List<Gpu> gpus = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Optional<String> driver = Optional.empty();
        for (String line : csv.lines().filter(line -> !line.isBlank()).toList()) {
            List<String> values =
                    Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < names.size() && values.size() == names.size(); i++) {
                row.put(names.get(i), values.get(i));
            }
            if (!INDEX.matcher(row.getOrDefault("index", "")).matches()) {
                words.add(line.strip());
                continue;
            }
            gpus.add(gpu(row));
            driver = driver.or(() -> told(row, "driver_version"));
        }
        return new Gpus(List.copyOf(gpus), driver, List.copyOf(words));
    }

    private static Gpu gpu(Map<String, String> row) {
        return new Gpu(
                Integer.parseInt(row.getOrDefault("index", "")),
                told(row, "uuid"),
                told(row, "pci.bus_id"),
                row.getOrDefault("name", ""),
                new Gpu.Use(
                        Numbers.rounded(row.getOrDefault("utilization.gpu", "")),
                        mib(row.getOrDefault("memory.used", "")),
                        mib(row.getOrDefault("memory.total", ""))),
                Numbers.rounded(row.getOrDefault("temperature.gpu", "")),
                Numbers.decimal(row.getOrDefault("power.draw", "")),
                mig(row.getOrDefault("mig.mode.current", "")),
                Optional.empty(),
                harm(row));
    }

    private static Optional<String> told(Map<String, String> row, String field) {
        return Optional.ofNullable(row.get(field)).filter(value -> !value.isEmpty() && !value.startsWith("["));
    }

    private static Optional<Long> mib(String count) {
        return Numbers.whole(count).map(number -> Numbers.bytes(number, MIB));
    }

    private static Gpu.Mig mig(String mode) {
        return switch (mode) {
            case "Enabled" -> Gpu.Mig.ENABLED;
            case "Disabled" -> Gpu.Mig.DISABLED;
            default -> Gpu.Mig.UNSUPPORTED;
        };
    }

    /** Of the fields that tell how busy it is; a broken sensor alone is no harm. */
    private static Optional<String> harm(Map<String, String> row) {
        return List.of("utilization.gpu", "memory.used", "memory.total").stream()
                .map(field -> row.getOrDefault(field, ""))
                .filter(value -> HARM.matcher(value).matches())
                .map(value -> value.replaceAll("[\\[\\]]", ""))
                .findFirst();
    }

    /** A process and the unique name of its GPU. */
    record OnGpu(String uuid, GpuProcess process) {}

    /**
     * None where a line is no process: where the tool says that it cannot tell, nobody is not the answer.
     *
     * @param csv a name of a program may have commas in it
     * @param owners lines of {@code ps}: pid, user, command
     */
    static Optional<List<OnGpu>> processes(String csv, String owners) {
        Map<Long, Matcher> known = new HashMap<>();
        owners.lines()
                .map(OWNER::matcher)
                .filter(Matcher::matches)
                .forEach(m -> known.put(Long.parseLong(m.group(1)), m));
        Map<String, OnGpu> processes = new LinkedHashMap<>();
        for (String line : csv.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher m = PROCESS.matcher(line);
            if (!m.matches()) {
                return Optional.empty();
            }
            long pid = Long.parseLong(m.group(2));
            Optional<Matcher> owner = Optional.ofNullable(known.get(pid));
            GpuProcess process = new GpuProcess(
                    pid,
                    owner.map(o -> o.group(2)),
                    owner.map(o -> o.group(3)).orElse(m.group(3).strip()),
                    mib(m.group(4)));
            processes.put(m.group(1) + " " + pid, new OnGpu(m.group(1), process));
        }
        return Optional.of(List.copyOf(processes.values()));
    }

    private static final Pattern DRIVER = Pattern.compile("(?im)^DRIVER version\\s*:\\s*([\\d.]+)");
    private static final Pattern MODULE = Pattern.compile("Kernel Module(?: for \\S+)?\\s+([\\d.]+)");
    private static final Pattern HEADING = Pattern.compile("Driver Version:\\s*([\\d.]+)");
    private static final Pattern CUDA = Pattern.compile("CUDA Version\\s*:\\s*([\\d.]+)");

    /** Of {@code nvidia-smi --version}, {@code /proc/driver/nvidia/version} or the table's heading. */
    static Optional<String> driver(String text) {
        return first(DRIVER, text).or(() -> first(MODULE, text)).or(() -> first(HEADING, text));
    }

    /** Of {@code nvidia-smi --version} or the table's heading, which has it since 410. */
    static Optional<String> cuda(String text) {
        return first(CUDA, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
