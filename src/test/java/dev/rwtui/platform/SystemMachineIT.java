package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.platform.SystemMachine.Limits;
import dev.rwtui.platform.SystemMachine.Tools;
import dev.rwtui.ssh.config.Machine.Ran;
import dev.rwtui.testing.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SystemMachineIT {

    private static final String SH = "/bin/sh";
    private static final String GETENT = "getent";

    @TempDir
    private Path directory;

    private static SystemMachine machine(String shell, String getent, Limits limits) {
        return new SystemMachine(
                new Tools(shell, getent), limits, task -> new Thread(task, "look-up of a test").start());
    }

    private static SystemMachine machine() {
        return machine(SH, GETENT, Limits.STANDARD);
    }

    private Path script(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aCommandIsItsStatus() {
        assertThat(machine().run("true")).isEqualTo(new Ran.Exited(0));
        assertThat(machine().run("exit 3")).isEqualTo(new Ran.Exited(3));
        assertThat(machine().run("exit 137")).isEqualTo(new Ran.Exited(137));
        assertThat(machine().run("/nowhere/at/all")).isEqualTo(new Ran.Exited(127));
    }

    @Test
    void aCommandReadsNothingAndWhatItSaysIsLost() {
        assertThat(machine().run("read line")).isEqualTo(new Ran.Exited(1));
        assertThat(machine().run("yes | head -c 1000000; yes | head -c 1000000 >&2"))
                .isEqualTo(new Ran.Exited(0));
    }

    @Test
    void aCommandIsTheShellsOwnText() {
        assertThat(machine().run("test \"$(echo 'a  b')\" = 'a  b' && test \"$0\" = " + SH))
                .isEqualTo(new Ran.Exited(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "SEGV"})
    void aShellThatDiesOfASignalHasNoStatus(String signal) {
        assertThat(machine().run("kill -s " + signal + " $$")).isEqualTo(new Ran.Failed("exited abnormally"));
    }

    @Test
    void theUsersShellRunsIt() throws IOException {
        Path shell = script("shell", "test \"$1\" = -c || exit 9\nexec " + SH + " -c \"exit 5; $2\"");

        assertThat(machine(shell.toString(), GETENT, Limits.STANDARD).run("true"))
                .isEqualTo(new Ran.Exited(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/", "sh", "", "/nowhere"})
    void aShellThatCannotBeExecutedFails(String shell) {
        assertThat(machine(shell, GETENT, Limits.STANDARD).run("true"))
                .isEqualTo(new Ran.Failed("Shell \"" + shell + "\" is not executable"));
    }

    @Test
    void aCommandThatTakesTooLongIsEndedWithAllBelowIt() throws IOException {
        Path pid = directory.resolve("pid");
        Limits limits = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(5));

        Ran ran = machine(SH, GETENT, limits).run("sh -c 'echo $$ >" + pid + "; sleep 100; true'; true");

        assertThat(ran).isEqualTo(new Ran.Failed("did not end within 1 s"));
        long below = Long.parseLong(Files.readString(pid).strip());
        Waiting.until(
                () -> ProcessHandle.of(below).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void namesAreLookedUpByTheSystem() {
        assertThat(machine().lookUp("localhost")).contains("localhost");
        assertThat(machine().lookUp("127.0.0.1")).contains("127.0.0.1");
        assertThat(machine().lookUp("-s")).isEmpty();
        assertThat(machine().lookUp("")).isEmpty();
        assertThat(machine().lookUp("a\0b")).isEmpty();
    }

    @Test
    void theCanonicalNameIsTheFirstLinesThirdColumn() throws IOException {
        Path getent = script(
                GETENT,
                "test \"$*\" = 'ahosts -- alias' || exit 2\n"
                        + "printf '10.0.0.1        STREAM real.example.org\\n10.0.0.1        DGRAM  \\n'");
        SystemMachine machine = machine(SH, getent.toString(), Limits.STANDARD);

        assertThat(machine.lookUp("alias")).contains("real.example.org");
        assertThat(machine.lookUp("another")).isEmpty();
    }

    @Test
    void aNameWithoutCanonicalNameIsItsOwn() throws IOException {
        Path getent = script(GETENT, "printf '10.0.0.1        STREAM \\n'");

        assertThat(machine(SH, getent.toString(), Limits.STANDARD).lookUp("bare"))
                .contains("bare");
    }

    @Test
    void aNameServerThatIsSilentIsNotWaitedForForEver() throws IOException {
        Path getent = script(GETENT, "sleep 100");
        Limits limits = new Limits(Duration.ofSeconds(10), Duration.ofMillis(200));

        assertThat(machine(SH, getent.toString(), limits).lookUp("name")).isEmpty();
    }

    @Test
    void withoutGetentJavaLooksNamesUp() {
        SystemMachine machine = machine(SH, "/nowhere/getent", Limits.STANDARD);

        assertThat(machine.lookUp("localhost")).contains("localhost");
        assertThat(machine.lookUp("not a name")).isEmpty();
    }

    @Test
    void withoutGetentASilentNameServerIsNotWaitedForEither() {
        Limits limits = new Limits(Duration.ofSeconds(10), Duration.ofMillis(200));
        SystemMachine machine = new SystemMachine(new Tools(SH, "/nowhere/getent"), limits, task -> {});

        assertThat(machine.lookUp("localhost")).isEqualTo(Optional.empty());
    }

    @Test
    void theAddressesOfThisMachineAreKnown() {
        assertThat(machine().addresses()).anyMatch(InetAddress::isLoopbackAddress);
    }
}
