package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of algorithms, as {@code ssh -G} prints them. */
final class AlgorithmDump {

    /** The keywords whose value is a list of algorithms, and which ones. */
    private static final Map<String, Algorithms> ALGORITHMS = algorithms();

    /** In this order ssh makes the lists, one by one; that of host keys is for when it is printed. */
    private static final List<String> ASSEMBLED = List.of(
            "ciphers",
            "macs",
            "kexalgorithms",
            "hostbasedacceptedalgorithms",
            "pubkeyacceptedalgorithms",
            "casignaturealgorithms");

    private static Map<String, Algorithms> algorithms() {
        Map<String, Algorithms> all = new LinkedHashMap<>();
        all.put("ciphers", Algorithms.CIPHERS);
        all.put("hostkeyalgorithms", Algorithms.KEYS);
        all.put("hostbasedacceptedalgorithms", Algorithms.KEYS);
        all.put("kexalgorithms", Algorithms.KEY_EXCHANGES);
        all.put("casignaturealgorithms", Algorithms.CA_SIGNATURES);
        all.put("macs", Algorithms.MACS);
        all.put("pubkeyacceptedalgorithms", Algorithms.KEYS);
        return all;
    }

    private final Effective effective;
    private final OpenSsh ssh;
    private final DumpLines lines;

    AlgorithmDump(Effective effective, OpenSsh ssh, DumpLines lines) {
        this.effective = effective;
        this.ssh = ssh;
        this.lines = lines;
    }

    /** Once a list cannot be made, ssh leaves it and those after it as they are written. */
    void print(String keyword) {
        Algorithms algorithms = ALGORITHMS.getOrDefault(keyword, Algorithms.KEYS);
        Optional<Setting> setting = effective.first(keyword);
        Parsed<List<String>> list = setting.isPresent()
                ? algorithms.assemble(setting.get().first(), ssh)
                : Parsed.of(algorithms.defaults(ssh));
        if (!isBroken(keyword)) {
            lines.put(keyword, String.join(",", list.or(List.of())), effective.origin(keyword));
        } else if (setting.isPresent() && list.isGood()) {
            lines.put(setting.get(), setting.get().first());
        }
    }

    private boolean isBroken(String keyword) {
        return isAnyBroken(ASSEMBLED.subList(0, ASSEMBLED.indexOf(keyword) + 1), effective, ssh);
    }

    /** Whether there is a list that cannot be made, since nothing is what a pattern of it matches. */
    static boolean isAnyBroken(Effective effective, OpenSsh ssh) {
        return isAnyBroken(ASSEMBLED, effective, ssh);
    }

    private static boolean isAnyBroken(List<String> keywords, Effective effective, OpenSsh ssh) {
        for (String earlier : keywords) {
            Optional<Setting> setting = effective.first(earlier);
            if (setting.isPresent()
                    && !ALGORITHMS
                            .getOrDefault(earlier, Algorithms.KEYS)
                            .assemble(setting.get().first(), ssh)
                            .isGood()) {
                return true;
            }
        }
        return false;
    }
}
