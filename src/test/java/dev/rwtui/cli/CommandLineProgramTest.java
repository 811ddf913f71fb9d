package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.model.Resolution;
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
    void optionsOnBothSidesOfTheCommandAddUp() {
        rig.run(new FakeEngine(configuration()), "-F", "a", "-o", "Port=1", "hosts", "-o", "User=x", "-F", "b");

        assertThat(rig.started).containsExactly("b [Port=1, User=x]");
    }

    @Test
    void anOptionWithoutItsValueIsAUsageError() {
        assertThat(rig.run(new FakeEngine(), "hosts", "-F")).isEqualTo(2);
        assertThat(rig.run(new FakeEngine(), "-o")).isEqualTo(2);

        assertThat(rig.err.toString()).contains("'-F'").contains("'-o'");
        assertThat(rig.started).isEmpty();
    }

    @Test
    void aWordWithAnAtIsNoFileOfArguments() {
        rig.resolutions.put("@/etc/passwd", new Resolution.Resolved(java.util.List.of()));

        assertThat(rig.run(new FakeEngine(configuration()), "up", "@/etc/passwd"))
                .isEqualTo(2);

        assertThat(rig.err.toString()).contains("@/etc/passwd: no such host");
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
