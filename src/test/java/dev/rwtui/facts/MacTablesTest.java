package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.Memory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MacTablesTest {

    private final Map<String, String> sysctl = MacTables.pairs(Recordings.of("sysctl-m2.txt"));

    @Test
    void sysctlTellsMost() {
        assertThat(MacTables.cpus(sysctl))
                .isEqualTo(new Cpus(
                        Optional.of(12), Optional.of(new Cpus.Load(1.52, 1.60, 1.70)), Optional.of("Apple M2 Max")));
        assertThat(MacTables.uptime(sysctl, "1700003600")).contains(Duration.ofHours(1));
        assertThat(MacTables.release(Recordings.of("sw_vers-14.txt"))).contains("macOS 14.1.1");
    }

    @Test
    void memoryIsCountedInPages() {
        assertThat(MacTables.memory(sysctl, Recordings.of("vm_stat-m2.txt")))
                .contains(new Memory(32L << 30, 350_000L * 16384, 2048L << 20, (long) (1012.25 * (1 << 20))));
    }

    @Test
    void aMachineThatTellsNothingIsNoFailure() {
        assertThat(MacTables.memory(Map.of(), "")).isEmpty();
        assertThat(MacTables.uptime(Map.of(), "1700003600")).isEmpty();
        assertThat(MacTables.release("")).isEmpty();
        assertThat(MacTables.cpus(Map.of())).isEqualTo(new Cpus(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(MacTables.gpus("")).isEmpty();
    }

    @Test
    void gpusOfApple() {
        assertThat(MacTables.gpus(Recordings.of("displays-m2.txt")))
                .singleElement()
                .satisfies(gpu -> {
                    assertThat(gpu.name()).isEqualTo("Apple M2 Max, 38 cores");
                    assertThat(gpu.isFree()).as("nobody knows").isFalse();
                });
    }

    @Test
    void gpusOfOthersHaveMemoryOfTheirOwn() {
        assertThat(MacTables.gpus(Recordings.of("displays-intel.txt")))
                .extracting(Gpu::index, Gpu::name, gpu -> gpu.use().memoryTotal())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "Intel UHD Graphics 630", Optional.of(1536L << 20)),
                        org.assertj.core.groups.Tuple.tuple(1, "AMD Radeon Pro 5500M", Optional.of(8L << 30)));
    }

    @Test
    void theTypeIsThatOfTheVeryMountPoint() {
        String mount = Recordings.of("mount-mac.txt");

        assertThat(MacTables.type(mount, "/System/Volumes/Data")).contains("apfs");
        assertThat(MacTables.type(mount, "/dev")).contains("devfs");
        assertThat(MacTables.type(mount, "/Volumes")).isEmpty();
    }
}
