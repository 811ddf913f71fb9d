package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Ways by a configuration that changes when the test says so: {@code direwolf} and {@code gpu07} are behind {@code cued}. */
final class PlannedWays implements RoutePlanner {

    static final String BUG = "a bug in planning";

    private static final String HOSTS = "Host cued alone\nHost direwolf gpu07\n ProxyJump cued\n";
    private static final Map<String, List<String>> HOPS = Map.of(
            "cued", List.of("cued"),
            "direwolf", List.of("cued", "direwolf"),
            "gpu07", List.of("cued", "gpu07"),
            "alone", List.of("alone"));

    private final Map<HostAlias, String> refusals = new ConcurrentHashMap<>();
    private volatile String changes = "";

    /** The names of a host's hops, outermost first. */
    static List<String> hops(HostAlias host) {
        return HOPS.getOrDefault(host.value(), List.of());
    }

    /** What the configuration says before all else. */
    void configure(String lines) {
        changes = lines;
    }

    void refuse(HostAlias host, String why) {
        refusals.put(host, why);
    }

    /** Planning this host throws what nobody expects. */
    void meetBug(HostAlias host) {
        refuse(host, BUG);
    }

    @Override
    public Route plan(HostAlias host) throws SshException {
        String refusal = refusals.getOrDefault(host, "");
        if (refusal.equals(BUG)) {
            throw new IllegalStateException(BUG);
        }
        if (!refusal.isEmpty()) {
            throw SshException.of(Failure.Kind.CONFIGURATION, host, refusal, "");
        }
        SshConfig config = SshConfig.read(MemoryConfigFiles.of(changes + HOSTS), Optional.empty(), Overrides.NONE);
        return new ConfiguredRoutes(() -> config).plan(host);
    }
}
