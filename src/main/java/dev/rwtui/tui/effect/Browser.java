package dev.rwtui.tui.effect;

import java.io.IOException;

/** Shows web pages. */
public interface Browser {

    /**
     * Opens the page in the user's browser. Blocks for some seconds at most.
     *
     * @throws IOException whose message says why it did not work, with the URL
     */
    void open(String url) throws IOException;
}
