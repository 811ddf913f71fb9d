package dev.rwtui.app;

import dev.rwtui.base.HostAlias;
import dev.rwtui.cli.World;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.Explained;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Problem;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the configuration says of names, without an engine.
 *
 * @param site made when it is asked for: most commands have no use for it
 */
record ConfiguredResolutions(Supplier<Site> site) implements World.Resolutions {

    @Override
    public List<Resolution> resolve(Optional<String> file, List<String> options, List<String> hosts) {
        SshConfig config = SshConfig.read(site.get(), file, new Overrides(options));
        List<Resolution> resolutions = new ArrayList<>();
        for (String host : hosts) {
            resolutions.add(resolve(config, host));
        }
        return resolutions;
    }

    private static Resolution resolve(SshConfig config, String host) {
        try {
            List<Resolution.Line> lines = new ArrayList<>();
            for (Explained value : config.explain(new HostAlias(host))) {
                lines.add(line(value));
            }
            return new Resolution.Resolved(lines);
        } catch (ConfigurationException e) {
            return new Resolution.Refused(
                    e.problems().stream().map(Problem::toString).toList());
        }
    }

    private static Resolution.Line line(Explained value) {
        Resolution.Standing standing = switch (value.standing()) {
            case ACTED_ON -> Resolution.Standing.ACTED_ON;
            case KEPT -> Resolution.Standing.KEPT;
        };
        return new Resolution.Line(
                value.keyword(), value.value(), value.origin().words(), standing);
    }
}
