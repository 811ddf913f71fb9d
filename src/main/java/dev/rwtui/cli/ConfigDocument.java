package dev.rwtui.cli;

import dev.rwtui.ssh.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code rwtui config --json} prints. Fields are only ever added.
 *
 * @param version of this shape
 */
record ConfigDocument(int version, List<Host> hosts) {

    private static final int VERSION = 1;

    /**
     * One host, as it was asked for.
     *
     * @param values in the order of {@code ssh -G}; empty where the configuration is refused
     * @param problems {@code file:line: what is wrong}; empty where nothing is
     */
    record Host(String host, List<Value> values, List<String> problems) {

        static Host of(String host, Resolution resolution) {
            return resolution instanceof Resolution.Resolved resolved
                    ? new Host(host, resolved.lines().stream().map(Value::of).toList(), List.of())
                    : new Host(host, List.of(), ((Resolution.Refused) resolution).problems());
        }
    }

    /**
     * One line of {@code ssh -G}.
     *
     * @param origin {@code file:line}, {@code command line} or {@code default}
     * @param standing {@code acted_on} or {@code kept}
     */
    record Value(String keyword, String value, String origin, String standing) {

        static Value of(Resolution.Line line) {
            return new Value(
                    line.keyword(),
                    line.value(),
                    line.origin(),
                    line.standing().name().toLowerCase(Locale.ROOT));
        }
    }

    /** @param resolutions one for each host, in the same order */
    static ConfigDocument of(List<String> hosts, List<Resolution> resolutions) {
        List<Host> all = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            all.add(Host.of(hosts.get(i), resolutions.get(i)));
        }
        return new ConfigDocument(VERSION, List.copyOf(all));
    }
}
