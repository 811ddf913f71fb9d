package dev.rwtui.tui.effect;

import java.io.IOException;
import java.util.function.Consumer;

/** Where copied text goes. */
public interface Clipboard {

    /**
     * Copies. Blocks for some seconds at most.
     *
     * @param terminal sends a control sequence to the terminal, soon, on the thread that owns it
     * @return the way it took, in words for a person, for example {@code tmux buffer}
     * @throws IOException whose message says why it did not work
     */
    String copy(String text, Consumer<String> terminal) throws IOException;
}
