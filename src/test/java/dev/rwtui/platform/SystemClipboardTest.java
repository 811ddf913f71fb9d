package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SystemClipboardTest {

    private static final Map<String, String> IN_TMUX = Map.of("TMUX", "/tmp/tmux,1,0", "TERM", "tmux-256color");
    private static final String LOAD = "tmux load-buffer -w -";

    private final List<String> terminal = new ArrayList<>();

    @Test
    void tmuxIsGivenTheTextOnItsStandardInput() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("tmux"), Set.of());

        String how = copy(IN_TMUX, programs, "$(rm -rf /) \"x\"");

        assertThat(how).isEqualTo("tmux buffer and clipboard");
        assertThat(programs.started).containsExactly("tmux|load-buffer|-w|- < $(rm -rf /) \"x\"");
        assertThat(terminal).isEmpty();
    }

    @Test
    void anOldTmuxKeepsItInItsBufferAlone() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("tmux"), Set.of(LOAD));

        assertThat(copy(IN_TMUX, programs, "x")).isEqualTo("tmux buffer");
    }

    @Test
    void anotherTerminalIsSentOsc52() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("xclip"), Set.of());

        copy(Map.of("TERM", "xterm-256color", "DISPLAY", ":0"), programs, "é");

        assertThat(terminal).containsExactly("\u001b]52;c;w6k=\u0007");
        assertThat(programs.started).isEmpty();
    }

    @Test
    void aTerminalThatIgnoresItLeavesItToTheDesktop() throws IOException {
        RecordingPrograms programs = new RecordingPrograms(Set.of("xclip"), Set.of());

        String how = copy(Map.of("TERM", "xterm-256color", "VTE_VERSION", "6800", "DISPLAY", ":0"), programs, "x");

        assertThat(how).isEqualTo("xclip");
        assertThat(programs.started).containsExactly("xclip|-selection|clipboard < x");
        assertThat(terminal).isEmpty();
    }

    @Test
    void withoutAnyToolItIsSaid() {
        RecordingPrograms programs = new RecordingPrograms(Set.of(), Set.of());

        assertThatThrownBy(() -> copy(Map.of("TERM", "linux", "DISPLAY", ":0"), programs, "x"))
                .isInstanceOf(IOException.class)
                .hasMessage("neither this terminal nor a tool has a clipboard");
    }

    @Test
    void aToolThatFailsIsNamed() {
        RecordingPrograms programs = new RecordingPrograms(Set.of("xclip"), Set.of("xclip -selection clipboard"));

        assertThatThrownBy(() -> copy(Map.of("TERM", "linux", "DISPLAY", ":0"), programs, "x"))
                .hasMessage("xclip: exit status 1");
    }

    @Test
    void farFromThePersonTheDesktopsClipboardIsOfNoUse() {
        RecordingPrograms programs = new RecordingPrograms(Set.of("xclip"), Set.of());

        assertThatThrownBy(() ->
                        copy(Map.of("TERM", "linux", "DISPLAY", ":0", "SSH_CONNECTION", "1 2 3 4"), programs, "x"))
                .isInstanceOf(IOException.class);
        assertThat(programs.started).isEmpty();
    }

    private String copy(Map<String, String> environment, Programs programs, String text) throws IOException {
        return new SystemClipboard(environment, programs).copy(text, terminal::add);
    }
}
