package dev.rwtui.platform;

import dev.rwtui.tui.effect.Clipboard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The clipboard of the person at the terminal: tmux's own where rwtui runs in tmux, else the terminal's (OSC 52), else, for
 * terminals that are known to ignore that, the desktop's, which only helps where terminal and rwtui are on one machine.
 */
public final class SystemClipboard implements Clipboard {

    /** What terminals take of one OSC 52 at least, in base64. */
    private static final int ENCODED_AT_MOST = 74_994;

    private final Map<String, String> environment;
    private final Programs programs;

    public SystemClipboard(Map<String, String> environment) {
        this(environment, new Programs(environment));
    }

    SystemClipboard(Map<String, String> environment, Programs programs) {
        this.environment = Map.copyOf(environment);
        this.programs = programs;
    }

    @Override
    public String copy(String text, Consumer<String> terminal) throws IOException {
        List<String> reasons = new ArrayList<>();
        if (isSet("TMUX") && programs.has("tmux")) {
            // -w hands it on to the terminal's clipboard (tmux 3.2); an older tmux only keeps it.
            if (piped(List.of("tmux", "load-buffer", "-w", "-"), text, reasons)) {
                return "tmux buffer and clipboard";
            }
            if (piped(List.of("tmux", "load-buffer", "-"), text, reasons)) {
                return "tmux buffer";
            }
        }
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        if (takesOsc52() && encoded.length() <= ENCODED_AT_MOST) {
            terminal.accept("\u001b]52;c;" + encoded + "\u0007");
            return "the terminal's clipboard, by OSC 52";
        }
        for (List<String> tool : desktopTools()) {
            if (programs.has(tool.get(0)) && piped(tool, text, reasons)) {
                return tool.get(0);
            }
        }
        throw new IOException(
                reasons.isEmpty() ? "neither this terminal nor a tool has a clipboard" : String.join("; ", reasons));
    }

    private boolean piped(List<String> command, String text, List<String> reasons) {
        Optional<String> fault = programs.feed(command, text);
        fault.ifPresent(why -> reasons.add(command.get(0) + ": " + why));
        return fault.isEmpty();
    }

    private boolean takesOsc52() {
        String term = environment.getOrDefault("TERM", "");
        boolean ignores = term.equals("linux")
                || term.equals("dumb")
                || environment.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal")
                || isSet("VTE_VERSION");
        return !term.isEmpty() && !ignores;
    }

    /** Over ssh the desktop's clipboard is not the one at the person's hand. */
    private List<List<String>> desktopTools() {
        if (isSet("SSH_CONNECTION")) {
            return List.of();
        }
        List<List<String>> tools = new ArrayList<>();
        if (isSet("WAYLAND_DISPLAY")) {
            tools.add(List.of("wl-copy"));
        }
        if (isSet("DISPLAY")) {
            tools.add(List.of("xclip", "-selection", "clipboard"));
        }
        tools.add(List.of("pbcopy"));
        return tools;
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
