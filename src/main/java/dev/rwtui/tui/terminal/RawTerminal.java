package dev.rwtui.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's terminal without what it does by itself: it forks no stty, asks no cursor position, reads no key, listens to
 * no signal. One frame is one write. Belongs to one thread.
 */
final class RawTerminal extends UnixTerminal {

    // The constructor of the superclass calls methods below: no initialiser may stand here.
    private @Nullable Glyphs glyphs;
    private @Nullable TerminalSize size;
    private boolean framing;

    RawTerminal(OutputStream out, Glyphs glyphs, Tty.Extent extent) throws IOException {
        super(InputStream.nullInputStream(), out, StandardCharsets.UTF_8);
        this.glyphs = glyphs;
        this.size = new TerminalSize(extent.columns(), extent.rows());
    }

    void resize(int columns, int rows) throws IOException {
        size = new TerminalSize(columns, rows);
        getTerminalSize();
    }

    void raw(String sequence) throws IOException {
        writeToTerminal(sequence.getBytes(StandardCharsets.UTF_8));
    }

    /** Until {@link #endFrame()} nothing is flushed, and a terminal that knows how shows nothing. */
    void beginFrame() throws IOException {
        framing = true;
        raw("\u001b[?2026h");
    }

    void endFrame() throws IOException {
        raw("\u001b[?2026l");
        framing = false;
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (!framing) {
            super.flush();
        }
    }

    @Override
    public void putString(String text) throws IOException {
        raw(glyphs == null ? text : glyphs.original(text));
    }

    @Override
    public void putCharacter(char c) throws IOException {
        putString(String.valueOf(c));
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size == null ? new TerminalSize(80, 24) : size;
    }

    @Override
    protected void registerTerminalResizeListener(Runnable onResize) {}

    @Override
    protected void saveTerminalSettings() {}

    @Override
    protected void restoreTerminalSettings() {}

    @Override
    protected void keyEchoEnabled(boolean enabled) {}

    @Override
    protected void canonicalMode(boolean enabled) {}

    @Override
    protected void keyStrokeSignalsEnabled(boolean enabled) {}
}
