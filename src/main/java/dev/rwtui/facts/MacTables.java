package dev.rwtui.facts;

import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What macOS prints: sysctl(8), vm_stat(1), sw_vers(1), system_profiler(8), mount(8). */
final class MacTables {

    private static final Pattern BOOT = Pattern.compile("sec = (\\d{1,18})");
    private static final Pattern PAGE = Pattern.compile("page size of (\\d{1,9}) bytes");
    private static final Pattern SWAP = Pattern.compile("total = ([\\d.]+)M\\s+used = ([\\d.]+)M");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ([MG])B");

    private MacTables() {}

    /** Lines of {@code name: value}. */
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                pairs.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        });
        return pairs;
    }

    /** @param now of the same machine, seconds since 1970 */
    static Optional<Duration> uptime(Map<String, String> sysctl, String now) {
        Matcher boot = BOOT.matcher(sysctl.getOrDefault("kern.boottime", ""));
        return boot.find()
                ? Numbers.whole(now).map(seconds -> Duration.ofSeconds(seconds - Long.parseLong(boot.group(1))))
                : Optional.empty();
    }

    static Cpus cpus(Map<String, String> sysctl) {
        return new Cpus(
                Numbers.whole(sysctl.getOrDefault("hw.ncpu", "")).map(Long::intValue),
                LinuxTables.load(sysctl.getOrDefault("vm.loadavg", "").replaceAll("[{}]", " ")),
                LinuxTables.model(sysctl.getOrDefault("machdep.cpu.brand_string", "")));
    }

    /** What is inactive can be had, as Activity Monitor counts. */
    static Optional<Memory> memory(Map<String, String> sysctl, String vmStat) {
        Matcher page = PAGE.matcher(vmStat);
        long size = page.find() ? Long.parseLong(page.group(1)) : 4096;
        Map<String, String> counts = pairs(vmStat);
        long pages = List.of("Pages free", "Pages inactive", "Pages speculative").stream()
                .mapToLong(name -> Numbers.whole(counts.getOrDefault(name, "").replace(".", ""))
                        .orElse(0L))
                .sum();
        Matcher swap = SWAP.matcher(sysctl.getOrDefault("vm.swapusage", ""));
        boolean swaps = swap.find();
        return Numbers.whole(sysctl.getOrDefault("hw.memsize", ""))
                .map(total -> new Memory(
                        total,
                        Numbers.bytes(pages, size),
                        swaps ? mib(swap.group(1)) : 0,
                        swaps ? mib(swap.group(2)) : 0));
    }

    private static long mib(String number) {
        return (long) (Numbers.decimal(number).orElse(0.0) * (1 << 20));
    }

    /** {@code macOS 14.1.1}. */
    static Optional<String> release(String swVers) {
        Map<String, String> pairs = pairs(swVers);
        return Optional.ofNullable(pairs.get("ProductName"))
                .map(name -> name + " " + pairs.getOrDefault("ProductVersion", ""));
    }

    /** The type of what is mounted: {@code /dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)}. */
    static Optional<String> type(String mount, String mountPoint) {
        return mount.lines()
                .filter(line -> line.contains(" on " + mountPoint + " ("))
                .map(line -> line.substring(line.lastIndexOf(" (") + 2).split("[,)]", 2)[0])
                .findFirst();
    }

    /** Of {@code SPDisplaysDataType}: each begins with {@code Chipset Model}. Nothing tells how busy they are. */
    static List<Gpu> gpus(String profile) {
        List<Gpu> gpus = new ArrayList<>();
        List<List<String>> blocks = new ArrayList<>();
        for (String line : profile.lines().collect(Collectors.toList())) {
            if (line.strip().startsWith("Chipset Model:")) {
                blocks.add(new ArrayList<>());
            }
            if (!blocks.isEmpty()) {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        for (List<String> block : blocks) {
            gpus.add(gpu(gpus.size(), pairs(String.join("\n", block))));
        }
        return gpus;
    }

    private static Gpu gpu(int index, Map<String, String> pairs) {
        String cores = Optional.ofNullable(pairs.get("Total Number of Cores"))
                .map(count -> ", " + count + " cores")
                .orElse("");
        Optional<Long> memory = pairs.entrySet().stream()
                .filter(pair -> pair.getKey().startsWith("VRAM"))
                .map(pair -> SIZE.matcher(pair.getValue()))
                .filter(Matcher::find)
                .map(size -> Long.parseLong(size.group(1)) << (size.group(2).equals("G") ? 30 : 20))
                .findFirst();
        return new Gpu(
                index,
                Optional.empty(),
                Optional.empty(),
                pairs.getOrDefault("Chipset Model", "") + cores,
                new Gpu.Use(Optional.empty(), Optional.empty(), memory),
                Optional.empty(),
                Optional.empty(),
                Gpu.Mig.UNSUPPORTED,
                Optional.empty(),
                Optional.empty());
    }
}
