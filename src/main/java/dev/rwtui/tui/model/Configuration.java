package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.HostSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the user's files.
 *
 * @param revision the engine's; negative until something was read
 * @param hosts in the order of the files, each alias once
 * @param problems {@code file:line: what is wrong}
 * @param patterns of {@code Host} lines, with wildcards: names that may be typed
 */
public record Configuration(
        long revision,
        List<Event.ConfigurationFile> files,
        List<HostSummary> hosts,
        List<String> problems,
        List<String> patterns) {

    public static final Configuration UNREAD = new Configuration(-1, List.of(), List.of(), List.of(), List.of());

    public Configuration {
        files = List.copyOf(files);
        hosts = firstOfEachAlias(hosts);
        problems = List.copyOf(problems);
        patterns = List.copyOf(patterns);
    }

    private static List<HostSummary> firstOfEachAlias(List<HostSummary> hosts) {
        Map<HostAlias, HostSummary> all = new LinkedHashMap<>();
        hosts.forEach(host -> all.putIfAbsent(host.alias(), host));
        return List.copyOf(all.values());
    }

    public boolean isRead() {
        return revision >= 0;
    }

    /** The host that goes by a name: its alias or an alternative. */
    public Optional<HostSummary> called(HostAlias name) {
        return hosts.stream()
                .filter(host -> host.names().anyMatch(name::equals))
                .findFirst();
    }

    public Optional<HostSummary> host(HostAlias alias) {
        return hosts.stream().filter(host -> host.alias().equals(alias)).findFirst();
    }
}
