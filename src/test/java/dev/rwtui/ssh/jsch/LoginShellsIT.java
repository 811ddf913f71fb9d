package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.Cancellation;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import dev.rwtui.testing.Leftovers;
import dev.rwtui.testing.LoginShell;
import dev.rwtui.testing.SshdLab;
import dev.rwtui.testing.StartUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts over a real session, past every login shell and what people let it begin with. */
@Timeout(60)
final class LoginShellsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Goes on for longer than what a start-up file has left running writes. */
    private static final Script COUNTING = new Script(
            "say shell \"$SHELL\" \"$given\"\n"
                    + "i=0; while [ $i -lt 20 ]; do say count $i; i=$((i + 1)); sleep 0.05; done",
            Map.of("given", "it's \\ \"!\n\u00e9 $HOME `x` \udcff"));

    private final List<Frame> heard = new ArrayList<>();
    private ShellHost host;

    @BeforeEach
    void open() throws IOException {
        host = new ShellHost();
    }

    @AfterEach
    void close() throws IOException {
        if (host != null) {
            host.close();
        }
    }

    private Scripts.End run(Script script) throws Exception {
        return run(script, LIMIT);
    }

    private Scripts.End run(Script script, Duration limit) throws Exception {
        return host.scripts().run(host.place(), script, limit, new Cancellation(), heard::add);
    }

    private void heardAll(LoginShell shell) {
        Frame first = heard.get(0);
        assertThat(Path.of(first.field(0)).getFileName())
                .hasToString(shell.name().toLowerCase(Locale.ROOT));
        assertThat(first.field(1)).isEqualTo(COUNTING.variables().get("given"));
        assertThat(heard.subList(1, heard.size()))
                .extracting(frame -> frame.kind() + frame.field(0))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "count" + i).toList());
    }

    @ParameterizedTest
    @EnumSource
    void framesArriveWhole(LoginShell shell) throws Exception {
        Path home = host.homeWith(shell);

        assertThat(run(COUNTING)).isEqualTo(Scripts.End.WHOLE);

        heardAll(shell);
        assertThat(home.resolve("began")).doesNotExist();
    }

    static Stream<Arguments> hindrances() {
        return Stream.of(LoginShell.values())
                .filter(shell -> shell.alwaysRead(Path.of("")).isPresent())
                .flatMap(shell -> Stream.of(StartUp.NOISY, StartUp.QUESTION, StartUp.LATER, StartUp.SLOW, StartUp.CONDA)
                        .map(how -> Arguments.of(shell, how)));
    }

    @ParameterizedTest
    @MethodSource("hindrances")
    void framesArriveWholePast(LoginShell shell, StartUp how) throws Exception {
        Path home = host.homeWith(shell);
        shell.begins(home, how);

        assertThat(run(COUNTING)).isEqualTo(Scripts.End.WHOLE);

        heardAll(shell);
        assertThat(home.resolve("began")).exists();
        if (how == StartUp.QUESTION) {
            assertThat(Files.readString(home.resolve("answer"))).isEqualTo("\n");
        }
    }

    static Stream<LoginShell> readers() {
        return Stream.of(LoginShell.values())
                .filter(shell -> shell.alwaysRead(Path.of("")).isPresent());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void oneThatGoesElsewhereIsAFailureInWords(LoginShell shell) throws Exception {
        Path home = host.homeWith(shell);
        shell.begins(home, StartUp.TMUX);

        assertThatThrownBy(() -> run(COUNTING))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("open terminal failed: not a terminal");

        assertThat(home.resolve("began")).exists();
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void oneThatForgetsTheCommandIsAFailureInTime(LoginShell shell) throws Exception {
        Path home = host.homeWith(shell);
        shell.begins(home, StartUp.OTHER_SHELL);

        assertThatThrownBy(() -> run(COUNTING, Duration.ofSeconds(2)))
                .isInstanceOf(PlaceException.class)
                .hasMessageContaining("the login shell has not come to it in time");

        assertThat(home.resolve("began")).exists();
    }

    /** The environment of a script is the login shell's, as for {@code ssh host command}. */
    @ParameterizedTest
    @MethodSource("readers")
    void whatIsSetForEveryShellIsSetForAScript(LoginShell shell) throws Exception {
        Path home = host.homeWith(shell);
        Script script = new Script("say env \"${CONDA_EXE-none}\" \"${PATH%%:*}\"", Map.of());
        shell.begins(home, StartUp.CONDA_WHEN_INTERACTIVE);
        run(script);
        shell.begins(home, StartUp.CONDA);

        run(script);

        Path bin = home.resolve("miniconda3/bin");
        assertThat(heard.get(0).field(0)).isEqualTo("none");
        assertThat(heard.get(1).fields()).containsExactly(bin.resolve("conda").toString(), bin.toString());
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheServerIsLeft(LoginShell shell) throws Exception {
        Leftovers before = Leftovers.now();
        String accounts = Files.readString(Path.of("/etc/passwd"));
        String mounts = Files.readString(Path.of("/proc/self/mountinfo"));
        try (SshdLab other = SshdLab.create()) {
            other.startWithShell("host", shell);

            assertThat(Files.readString(Path.of("/etc/passwd"))).isEqualTo(accounts);
            assertThat(Files.readString(Path.of("/proc/self/mountinfo"))).isEqualTo(mounts);
        }
        before.awaitNone();
    }
}
