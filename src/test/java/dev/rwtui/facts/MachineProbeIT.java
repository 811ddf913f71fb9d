package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.facts.model.Cpus;
import dev.rwtui.facts.model.Disk;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.Scheduler;
import dev.rwtui.facts.model.Unfinished;
import dev.rwtui.platform.SystemTimers;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Scripts;
import dev.rwtui.testing.Untouched;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script on this machine's shells, with a {@code PATH} that holds a handful of real tools and made-up others. */
@Timeout(120)
final class MachineProbeIT {

    private static final List<String> REAL = List.of(
            "cat", "date", "df", "env", "getconf", "grep", "id", "ps", "sed", "sh", "sleep", "sort", "timeout", "tr",
            "true", "uname");

    /** What the script may take, and a busy machine's share. */
    private static final Duration BOUND = Duration.ofSeconds(8);

    @TempDir
    Path directory;

    private Path tools;
    private Path home;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void lay() throws IOException {
        tools = Files.createDirectory(directory.resolve("tools"));
        home = Files.createDirectory(directory.resolve("home"));
        for (String name : REAL) {
            Files.createSymbolicLink(tools.resolve(name), real(name));
        }
    }

    /** Links go here: JUnit complains of each that leads out of a directory which it removes. */
    @AfterEach
    void close() throws IOException {
        threads.shutdownNow();
        clock.shutdownNow();
        hung().forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.list(tools)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static Path real(String name) {
        return Stream.of("/usr/bin/", "/bin/")
                .map(place -> Path.of(place + name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no " + name));
    }

    /** The made-up tools that still run: their file or, of a script, its shell's argument is below here. */
    private List<ProcessHandle> hung() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(tools + "/"))
                .toList();
    }

    /** Puts a shell script in the place of a tool. */
    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The command of a tool that prints a recording. */
    private String prints(String recording) throws IOException {
        Path file = Files.writeString(directory.resolve(recording), Recordings.of(recording));
        return "cat '" + file + "'";
    }

    private MachineFacts ask(String shell, Optional<String> repository) throws PlaceException {
        Map<String, String> environment =
                Map.of("HOME", home.toString(), "PATH", tools.toString(), "TMPDIR", home.toString());
        ThisMachine here = new ThisMachine(environment);
        Place place = (command, cancellation) -> here.start(command.replace("/bin/sh -s", shell + " -s"), cancellation);
        SystemTimers timers = new SystemTimers(clock);
        return new MachineProbe(new Scripts(timers, threads), timers, "/nowhere")
                .ask(place, repository, new Cancellation());
    }

    private MachineFacts ask() throws PlaceException {
        return ask("/bin/sh", Optional.empty());
    }

    private void nvidia() throws IOException {
        tool("nvidia-smi", """
                case $1 in
                  --query-gpu=*) %s ;;
                  --query-compute-apps=*) %s ;;
                  --version) %s ;;
                  *) echo 'never asked'; exit 9 ;;
                esac""".formatted(
                prints("nvidia-535.csv"), prints("nvidia-535-processes.csv"), prints("nvidia-version-550.txt")));
        tool("ps", "case $* in *4242,5151,6060*) " + prints("nvidia-535-owners.txt") + " ;; *) exit 1 ;; esac");
    }

    private static void assumeShell(String shell) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of(shell.split(" ")[0])), shell + " is not here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/dash", "/bin/bash", "/bin/bash --posix", "/bin/busybox sh"})
    void everyShellTellsTheSame(String shell) throws IOException, PlaceException {
        assumeShell(shell);
        nvidia();
        tool("squeue", prints("squeue.txt"));
        Path repository = Files.createDirectories(home.resolve("my code/it's"));
        Untouched before = Untouched.from(home);

        MachineFacts facts = ask(shell, Optional.of("~/my code/it's"));

        assertThat(facts.unfinished()).isEmpty();
        assertThat(facts.system().name()).isEqualTo("Linux");
        assertThat(facts.system().kernel()).isNotEmpty();
        assertThat(facts.cpus().count())
                .hasValueSatisfying(count -> assertThat(count).isPositive());
        assertThat(facts.cpus().load()).isPresent();
        assertThat(facts.uptime()).isPresent();
        assertThat(facts.memory())
                .hasValueSatisfying(memory -> assertThat(memory.available()).isBetween(1L, memory.total()));
        assertThat(facts.disks())
                .extracting(Disk::path)
                .containsExactly(
                        home.toRealPath().toString(), repository.toRealPath().toString());
        assertThat(facts.disks()).allSatisfy(disk -> {
            assertThat(disk.size()).isPositive();
            assertThat(disk.type()).isPresent();
        });
        assertThat(((Scheduler.Slurm) facts.scheduler()).jobs()).hasSize(5);
        GpuReport.Gpus gpus = (GpuReport.Gpus) facts.gpus();
        assertThat(gpus.free()).isEqualTo(2);
        assertThat(gpus.total()).isEqualTo(4);
        assertThat(gpus.driver()).contains("535.129.03");
        assertThat(gpus.cuda()).contains("12.4");
        assertThat(gpus.gpus().get(0).processes().orElseThrow())
                .extracting(process -> process.user().orElse("?"))
                .containsExactly("alice", "a.very.long.name@corp.example");
        assertThat(facts.notes()).singleElement().asString().contains("CUDA_DEVICE_ORDER");
        assertThat(before.now()).as("nothing is written").isEqualTo(before.before());
    }

    /** A nap that nobody ends would last for ten minutes here. */
    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash", "/bin/busybox sh"})
    void nothingIsLeftRunning(String shell) throws IOException, PlaceException {
        assumeShell(shell);
        nvidia();
        Files.copy(real("sleep"), tools.resolve("nap"), StandardCopyOption.COPY_ATTRIBUTES);
        tool("sleep", "exec " + tools + "/nap 615");

        MachineFacts facts = ask(shell, Optional.empty());

        assertThat(facts.unfinished()).isEmpty();
        Waiting.until(() -> hung().isEmpty());
    }

    @Test
    void whatIsNotThereIsNoFailure() throws PlaceException {
        MachineFacts facts = ask();

        assertThat(facts.gpus()).isEqualTo(new GpuReport.NoTool("nvidia-smi is not there"));
        assertThat(facts.scheduler()).isEqualTo(new Scheduler.None());
        assertThat(facts.unfinished()).isEmpty();
        assertThat(facts.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash", "/bin/busybox sh"})
    void whatHangsIsNamedAndKeepsNothingElse(String shell) throws IOException, PlaceException {
        assumeShell(shell);
        for (String name : List.of("nvidia-smi", "squeue", "df", "quota")) {
            tool(name, "sleep 613");
        }
        long begun = System.nanoTime();

        MachineFacts facts = ask(shell, Optional.empty());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        assertThat(facts.memory()).isPresent();
        assertThat(facts.gpus()).isEqualTo(new GpuReport.Failed("no answer within 4 s"));
        assertThat(facts.scheduler()).isEqualTo(new Scheduler.Present("Slurm"));
        assertThat(facts.unfinished())
                .extracting(Unfinished::part)
                .containsExactlyInAnyOrder("nvidia-smi", "squeue", "home directory", "quota");
        assertThat(facts.unfinished())
                .filteredOn(unfinished -> unfinished.part().equals("home directory"))
                .singleElement()
                .satisfies(unfinished -> assertThat(unfinished.why()).startsWith("no answer within 2 s from /"));
        Waiting.until(() -> hung().isEmpty());
    }

    /** A process that nobody can kill holds what it writes to: here a child that outlives the tool. */
    @ParameterizedTest
    @ValueSource(strings = {"/bin/sh", "/bin/bash"})
    void whatCannotBeKilledIsLeftToItself(String shell) throws IOException, PlaceException {
        assumeShell(shell);
        Files.delete(tools.resolve("timeout"));
        Files.copy(real("sleep"), tools.resolve("immortal"), StandardCopyOption.COPY_ATTRIBUTES);
        tool("nvidia-smi", tools + "/immortal 614 & wait");
        long begun = System.nanoTime();

        MachineFacts facts = ask(shell, Optional.empty());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        assertThat(facts.gpus()).isEqualTo(new GpuReport.Failed("no answer within 4 s"));
        assertThat(hung()).isNotEmpty();
    }

    @Test
    void whatWasPrintedBeforeItHungIsTold() throws IOException, PlaceException {
        tool("nvidia-smi", "exit 1");
        tool("lfs", "sleep 613");

        MachineFacts facts = ask();

        assertThat(facts.disks()).hasSize(1);
        assertThat(facts.unfinished()).containsExactly(new Unfinished("home directory", "not all was told within 2 s"));
    }

    @Test
    void anOldDriverIsAskedForLess() throws IOException, PlaceException {
        tool("nvidia-smi", """
                case $* in
                  *mig.mode*) %s; exit 2 ;;
                  --query-gpu=*) %s ;;
                  --query-compute-apps=*) echo '[Not Supported]' ;;
                  --version) echo 'Invalid combination of input arguments.'; exit 1 ;;
                  *) %s ;;
                esac""".formatted(
                        prints("nvidia-old-field.txt"), prints("nvidia-418.csv"), prints("nvidia-table-535.txt")));

        MachineFacts facts = ask();

        GpuReport.Gpus gpus = (GpuReport.Gpus) facts.gpus();
        assertThat(gpus.gpus()).extracting(gpu -> gpu.processes().isPresent()).containsExactly(false, false);
        assertThat(gpus.free()).isEqualTo(1);
        assertThat(gpus.driver()).contains("418.87.00");
        assertThat(gpus.cuda()).contains("12.2");
        assertThat(facts.unfinished()).containsExactly(new Unfinished("GPU processes", "[Not Supported]"));
    }

    @Test
    void toolsThatFailAreHeard() throws IOException, PlaceException {
        tool("nvidia-smi", prints("nvidia-no-communication.txt") + "; exit 9");
        tool("squeue", "echo 'slurm_load_jobs error: Unable to contact slurm controller' >&2; exit 1");

        MachineFacts facts = ask("/bin/sh", Optional.of("/nowhere/at all"));

        assertThat(facts.gpus())
                .isEqualTo(new GpuReport.Failed(
                        Recordings.of("nvidia-no-communication.txt").strip()));
        assertThat(facts.scheduler()).isEqualTo(new Scheduler.Present("Slurm"));
        assertThat(facts.disks()).hasSize(1);
        assertThat(facts.unfinished()).extracting(Unfinished::part).containsExactly("squeue", "repository directory");
        assertThat(facts.unfinished().get(0).why()).contains("Unable to contact slurm controller");
        assertThat(facts.unfinished().get(1).why()).contains("/nowhere/at all");
    }

    @Test
    void amdIsAskedWhereNvidiaIsNot() throws IOException, PlaceException {
        tool("rocm-smi", prints("rocm-6.json"));
        tool("pbsnodes", "exit 0");

        MachineFacts facts = ask();

        assertThat(((GpuReport.Gpus) facts.gpus()).gpus())
                .extracting(Gpu::index)
                .containsExactly(0, 10);
        assertThat(facts.scheduler()).isEqualTo(new Scheduler.Present("PBS"));
    }

    @Test
    void aMacIsAskedInItsOwnWay() throws IOException, PlaceException {
        Files.delete(tools.resolve("timeout"));
        tool("uname", "[ \"$1\" = -s ] && echo Darwin || echo Darwin 23.1.0 arm64");
        tool("sysctl", prints("sysctl-m2.txt"));
        tool("vm_stat", prints("vm_stat-m2.txt"));
        tool("sw_vers", prints("sw_vers-14.txt"));
        tool("date", "echo 1700003600");
        tool("df", "[ \"$1\" = -ki ] && " + prints("df-mac-inodes.txt") + " || " + prints("df-mac.txt"));
        tool("mount", prints("mount-mac.txt"));
        tool("system_profiler", prints("displays-m2.txt"));

        MachineFacts facts = ask();

        assertThat(facts.unfinished()).isEmpty();
        assertThat(facts.system().release()).contains("macOS 14.1.1");
        assertThat(facts.system().machine()).isEqualTo("arm64");
        assertThat(facts.uptime()).contains(Duration.ofHours(1));
        assertThat(facts.cpus().load()).contains(new Cpus.Load(1.52, 1.60, 1.70));
        assertThat(facts.disks()).singleElement().satisfies(disk -> {
            assertThat(disk.type()).contains("apfs");
            assertThat(disk.inodes()).contains(new Disk.Inodes(3000000, 4304234560L));
        });
        assertThat(((GpuReport.Gpus) facts.gpus()).gpus())
                .extracting(Gpu::name)
                .containsExactly("Apple M2 Max, 38 cores");
    }

    @Test
    void aQuotaBelongsToItsFileSystem() throws IOException, PlaceException {
        tool("df", """
                case $1 in
                  -iP) exit 1 ;;
                  *)
                    echo 'Filesystem Type 1024-blocks Used Available Capacity Mounted on'
                    echo '/dev/mapper/vg-home ext4 100000000 52000000 48000000 52%% /home' ;;
                esac""".replace("%%", "%"));
        tool("quota", prints("quota.txt") + "; exit 1");

        MachineFacts facts = ask();

        assertThat(facts.unfinished()).isEmpty();
        assertThat(facts.disks())
                .singleElement()
                .satisfies(disk ->
                        assertThat(disk.quotas()).extracting(Disk.Quota::used).containsExactly(52000000L << 10));
    }

    @Test
    void aMachineThatTellsNothingIsAFailure() throws IOException {
        tool("uname", "exec sleep 613");

        assertThatThrownBy(this::ask)
                .isInstanceOf(PlaceException.class)
                .hasMessage("the machine told nothing within 6 s");
    }
}
