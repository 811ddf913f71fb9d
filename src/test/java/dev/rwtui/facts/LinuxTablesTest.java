package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Memory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinuxTablesTest {

    private static final long KIB = 1024;

    @Test
    void memoryIsWhatTheKernelSaysIsAvailable() {
        assertThat(LinuxTables.memory(Recordings.of("meminfo-5.15.txt")))
                .contains(new Memory(527951588 * KIB, 188743680 * KIB, 8388604 * KIB, 388604 * KIB));
    }

    @Test
    void anOldKernelsIsWhatCanBeGivenUp() {
        assertThat(LinuxTables.memory(Recordings.of("meminfo-2.6.32.txt")))
                .contains(new Memory(65957552 * KIB, 31000000 * KIB, 0, 0));
    }

    @Test
    void whatIsNotReadableIsNotTold() {
        assertThat(LinuxTables.memory("")).isEmpty();
        assertThat(LinuxTables.uptime("")).isEmpty();
        assertThat(LinuxTables.load("")).isEmpty();
        assertThat(LinuxTables.load("0.1 0.2")).isEmpty();
        assertThat(LinuxTables.release("ID=x")).isEmpty();
        assertThat(LinuxTables.model("")).isEmpty();
    }

    @Test
    void theRestOfProc() {
        assertThat(LinuxTables.uptime("24867.53 26512.48")).contains(Duration.ofSeconds(24867));
        assertThat(LinuxTables.load("0.92 11.02 1.04 6/152 10036")).contains(new Cpus.Load(0.92, 11.02, 1.04));
        assertThat(LinuxTables.model("model name\t: AMD EPYC 7763 64-Core Processor"))
                .contains("AMD EPYC 7763 64-Core Processor");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "PRETTY_NAME=\"Ubuntu 22.04.4 LTS\",Ubuntu 22.04.4 LTS",
                "PRETTY_NAME='Rocky Linux 8.9 (Green Obsidian)',Rocky Linux 8.9 (Green Obsidian)",
                "PRETTY_NAME=Void,Void",
                "PRETTY_NAME=\"A \\\"quoted\\\" \\$name\",A \"quoted\" $name",
            })
    void aReleaseIsReadAsAShellDoes(String line, String release) {
        assertThat(LinuxTables.release("NAME=x\n" + line + "\nID=y\n")).isEqualTo(Optional.of(release));
    }
}
