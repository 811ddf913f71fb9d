package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.remote.Frame;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a machine says makes facts: fewer, but no exception, and soon. */
@Timeout(20)
final class HostileTextTest {

    private static final String SPICE = "0123456789 \n:,-[]{}\"./*%|GPU\u001f\udcff";

    private static final List<Frame> TOLD = List.of(
            new Frame("uname", List.of("Linux 5.15.0 x86_64")),
            new Frame("release", List.of("PRETTY_NAME=\"Ubuntu 22.04\"")),
            new Frame("proc", List.of("1.0 2.0", "0.1 0.2 0.3 1/2 3", Recordings.of("meminfo-5.15.txt"))),
            new Frame("cpus", List.of("64", "model name : EPYC")),
            new Frame("home", List.of("mounts", "/dev/sda1 / ext4\n")),
            new Frame(
                    "home",
                    List.of(
                            "S:",
                            "S: path\n/home\nS: df\n" + Recordings.of("df-mac.txt") + "S: inodes\n"
                                    + Recordings.of("df-mac-inodes.txt") + "S: lustre\n"
                                    + Recordings.of("quota-lustre.txt") + "\nS: end 0")),
            new Frame("quotas", List.of("S:", Recordings.of("quota.txt") + "\nS: end 0")),
            new Frame("slurm", List.of("S:", Recordings.of("squeue.txt") + "\nS: end 0")),
            new Frame(
                    "versions",
                    List.of("S:", "S: versions\n" + Recordings.of("nvidia-version-550.txt") + "\nS: end 0")),
            new Frame(
                    "processes",
                    List.of(
                            "S:",
                            "S: processes\n" + Recordings.of("nvidia-535-processes.csv") + "S: owners\n"
                                    + Recordings.of("nvidia-535-owners.txt") + "\nS: end 0")));

    private static final Frame NVIDIA = new Frame(
            "nvidia",
            List.of(
                    "S:",
                    "S: fields\nindex,uuid,pci.bus_id,name,utilization.gpu,memory.used,memory.total,temperature.gpu,"
                            + "power.draw,driver_version,mig.mode.current\nS: gpus\n"
                            + Recordings.of("nvidia-535.csv") + "\nS: end 0"));
    private static final Frame ROCM = new Frame("rocm", List.of("S:", Recordings.of("rocm-6.json") + "\nS: end 0"));
    private static final Frame MAC = new Frame(
            "darwin",
            List.of(
                    Recordings.of("sysctl-m2.txt"),
                    Recordings.of("vm_stat-m2.txt"),
                    Recordings.of("sw_vers-14.txt"),
                    "1700003600"));
    private static final Frame APPLE =
            new Frame("apple", List.of("S:", Recordings.of("displays-intel.txt") + "\nS: end 0"));

    private static MachineFacts read(Random random, String system, List<Frame> gpus) {
        Told told = new Told();
        TOLD.forEach(frame -> told.hear(spoiled(random, frame)));
        gpus.forEach(frame -> told.hear(spoiled(random, frame)));
        told.hear(new Frame("uname", List.of(system)));
        return new Reading(told, true).facts(Instant.EPOCH);
    }

    /** Some of its characters are others, some of its digits are many. */
    private static Frame spoiled(Random random, Frame frame) {
        return new Frame(
                frame.kind(),
                frame.fields().stream().map(text -> spoiled(random, text)).toList());
    }

    private static String spoiled(Random random, String text) {
        StringBuilder spoiled = new StringBuilder(text);
        for (int n = random.nextInt(12); n > 0 && !spoiled.isEmpty(); n--) {
            int at = random.nextInt(spoiled.length());
            switch (random.nextInt(3)) {
                case 0 -> spoiled.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> spoiled.insert(at, "9".repeat(random.nextInt(25)));
                default -> spoiled.delete(at, Math.min(spoiled.length(), at + random.nextInt(40)));
            }
        }
        return spoiled.toString();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void spoiledWordsAreNoException(int seed) {
        Random random = new Random(seed);

        assertThat(read(random, "Linux 5.15 x86_64", List.of(NVIDIA)).gpus()).isNotNull();
        assertThat(read(random, "Linux 5.15 x86_64", List.of(ROCM)).gpus()).isNotNull();
        assertThat(read(random, "Darwin 23 arm64", List.of(MAC, APPLE)).gpus()).isNotNull();
    }

    @Test
    void longTextsTakeNoTime() {
        for (String piece : List.of(" ", "1 ", "a ", "/ ", "1 1% /", "9")) {
            String longText = "Filesystem Type iused\n" + piece.repeat(200_000 / piece.length());

            assertThat(DiskTables.row(longText)).isEmpty();
            assertThat(DiskTables.inodes(longText)).isEmpty();
            assertThat(QuotaTable.parse(longText)).isEmpty();
            assertThat(Answer.parse("S:", longText + " ").end()).isEqualTo(Answer.End.LATE);
        }
        assertThat(DiskTables.row("Filesystem Type \n" + " 1".repeat(4_499))).isEmpty();
        assertThat(DiskTables.inodes("Filesystem iused \n" + " 1".repeat(4_499)))
                .isEmpty();
    }
}
