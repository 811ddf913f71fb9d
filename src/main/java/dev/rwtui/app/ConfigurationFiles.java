package dev.rwtui.app;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.engine.Notice;
import dev.rwtui.ssh.ConfiguredRoutes;
import dev.rwtui.ssh.HostSummaries;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Problem;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.SourceFile;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.HostSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the configuration that the command line names.
 *
 * @param site asked for by whoever reads first, who may block
 */
record ConfigurationFiles(Supplier<Site> site, Optional<String> file, List<String> options)
        implements ConfigurationReader {

    @Override
    public Reading read(List<HostAlias> typed) {
        SshConfig config = SshConfig.read(site.get(), file, new Overrides(options));
        // Before what is watched is asked for: looking names up may read more files.
        List<HostSummary> hosts = HostSummaries.of(config, typed);
        return new Reading(
                config.sources().stream().map(ConfigurationFiles::lookedFor).toList(),
                hosts,
                config.problems().stream().map(Problem::toString).toList(),
                config.patterns(),
                config.watched(),
                new ConfiguredRoutes(() -> config));
    }

    private static Notice.LookedFor lookedFor(SourceFile source) {
        return new Notice.LookedFor(source.path(), presence(source.state()));
    }

    private static Notice.Presence presence(SourceFile.State state) {
        if (state instanceof SourceFile.State.Read) {
            return Notice.Presence.READ;
        }
        return state instanceof SourceFile.State.Missing ? Notice.Presence.MISSING : Notice.Presence.UNREADABLE;
    }
}
