package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.FakeEngine;
import org.junit.jupiter.api.Test;

final class CommandLineProgramTest {

    private final CliRig rig = new CliRig();

    @Test
    void optionsStandBeforeTheCommandOrAfterIt() {
        rig.run(new FakeEngine(configuration()), "-F", "a", "-o", "Port=1", "hosts");
        rig.run(new FakeEngine(configuration()), "hosts", "-F", "a", "-o", "Port=1");

        assertThat(rig.started).containsExactly("a [Port=1]", "a [Port=1]");
    }

    @Test
    void versionAndHelpNeedNoConfiguration() {
        assertThat(rig.run(new FakeEngine(), "--version")).isZero();
        assertThat(rig.run(new FakeEngine(), "up", "--help")).isZero();

        assertThat(rig.out.toString()).startsWith("rwtui 1.2.3\n").contains("Usage: rwtui up");
        assertThat(rig.started).isEmpty();
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertThat(rig.run(new FakeEngine(), "frobnicate")).isEqualTo(2);

        assertThat(rig.err.toString()).contains("frobnicate");
    }
}
