package dev.rwtui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.HostSummaries;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.HostSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyHostsTest {

    @TempDir
    private Path directory;

    @Test
    void theTreeIsAsLargeAsItSaysAndNothingIsWrongWithIt() throws IOException {
        Path config = ManyHosts.write(directory);

        SshConfig read = SshConfig.read(
                Site.of(DiskConfigFiles.ofThisMachine()), Optional.of(config.toString()), Overrides.NONE);
        List<HostSummary> hosts = HostSummaries.of(read);

        assertThat(read.problems()).isEmpty();
        assertThat(read.sources()).hasSize(ManyHosts.FILES + 1);
        assertThat(hosts).hasSize(ManyHosts.HOSTS);
        assertThat(hosts)
                .anyMatch(host -> host.alias().value().equals(ManyHosts.ONE)
                        && !host.gateways().isEmpty());
    }
}
