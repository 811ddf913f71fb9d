package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.tui.testing.Golden;
import dev.rwtui.tui.testing.MachineSample;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FactsCommandTest {

    private static final HostAlias DIREWOLF = new HostAlias("direwolf");

    private final CliRig rig = new CliRig();

    private static FakeEngine answering(Notice.MachineAsked notice) {
        return new FakeEngine(configuration()).on(new Request.AskMachine(DIREWOLF), notice);
    }

    private static FakeEngine knowing() {
        return answering(new Notice.MachineAsked(DIREWOLF, 1, Optional.of(MachineSample.facts()), Optional.empty()));
    }

    @Test
    void factsAreLines() {
        assertThat(rig.run(knowing(), "facts", "direwolf")).isZero();

        Golden.checkText("cli/facts.txt", rig.out.toString());
        assertThat(rig.err).hasToString("rwtui: direwolf: quota: not finished after 2 s\n");
    }

    @Test
    void factsAsJson() {
        rig.run(knowing(), "facts", "direwolf", "--json");

        Golden.checkText("cli/facts.json", rig.out.toString());
    }

    @Test
    void aMachineThatDoesNotTellIsANo() {
        FakeEngine silent = answering(
                new Notice.MachineAsked(DIREWOLF, 1, Optional.empty(), Optional.of("it told nothing within 6 s")));

        assertThat(rig.run(silent, "facts", "direwolf")).isEqualTo(1);

        assertThat(rig.err).hasToString("rwtui: direwolf: it told nothing within 6 s\n");
    }
}
