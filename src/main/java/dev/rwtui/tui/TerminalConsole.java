package dev.rwtui.tui;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.terminal.Display;
import dev.rwtui.tui.terminal.KeyReader;
import dev.rwtui.tui.terminal.Tty;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** The real terminal: display, line discipline, keys. */
public final class TerminalConsole implements Console {

    private final Display display;
    private final Tty tty;
    private final Supplier<KeyReader> reader;

    /** @param reader the one that runs, asked for when it is to be paused or stopped */
    public TerminalConsole(Display display, Tty tty, Supplier<KeyReader> reader) {
        this.display = display;
        this.tty = tty;
        this.reader = reader;
    }

    @Override
    public void open() throws IOException {
        display.enter();
    }

    @Override
    public void draw(Canvas canvas) throws IOException {
        display.draw(canvas);
    }

    @Override
    public void forget() {
        display.forget();
    }

    @Override
    public void send(String sequence) throws IOException {
        display.send(sequence);
    }

    @Override
    public void suspend() throws IOException, InterruptedException {
        KeyReader keys = reader.get();
        keys.pause();
        try {
            display.leave();
            tty.restore();
            tty.stop();
            tty.raw();
            display.enter();
        } finally {
            keys.resume();
        }
    }

    @Override
    public void lend() throws IOException, InterruptedException {
        reader.get().pause();
        display.leave();
        tty.restore();
    }

    @Override
    public void reclaim() throws IOException {
        tty.raw();
        display.enter();
        reader.get().resume();
    }

    @Override
    public void continued() throws IOException {
        tty.raw();
        display.forget();
    }

    @Override
    public Optional<Size> size() {
        return tty.size().map(extent -> new Size(extent.columns(), extent.rows()));
    }

    @Override
    public void stopInput() {
        reader.get().stop();
    }

    @Override
    public void close() throws IOException {
        try {
            display.leave();
        } finally {
            tty.restore();
        }
    }
}
