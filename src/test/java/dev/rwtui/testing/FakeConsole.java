package dev.rwtui.testing;

import dev.rwtui.tui.Console;
import dev.rwtui.tui.canvas.Canvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A terminal that keeps what happens to it. */
public final class FakeConsole implements Console {

    /** Everything but frames, in order. */
    public final List<String> log = new CopyOnWriteArrayList<>();

    public final List<Canvas> frames = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile boolean lent;
    private volatile Optional<Size> size = Optional.empty();

    /** What the terminal says from now on. */
    public void becomes(int columns, int rows) {
        size = Optional.of(new Size(columns, rows));
    }

    /** From now on it has a bug. */
    public void breaks() {
        broken = true;
    }

    /** The rows of the last frame, top to bottom. */
    public List<String> rows() {
        Canvas canvas = frames.get(frames.size() - 1);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < canvas.height(); row++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < canvas.width(); column++) {
                text.append(canvas.cell(column, row).text());
            }
            rows.add(text.toString());
        }
        return rows;
    }

    @Override
    public void open() {
        log.add("open");
    }

    @Override
    public void draw(Canvas canvas) {
        if (lent) {
            throw new IllegalStateException("drawn over what has the terminal");
        }
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        frames.add(canvas);
    }

    @Override
    public void forget() {
        log.add("forget");
    }

    @Override
    public void send(String sequence) {
        log.add("send " + sequence);
    }

    @Override
    public void suspend() {
        log.add("suspend");
    }

    @Override
    public void lend() {
        lent = true;
        log.add("lend");
    }

    @Override
    public void reclaim() {
        lent = false;
        log.add("reclaim");
    }

    @Override
    public void continued() {
        log.add("continued");
    }

    @Override
    public Optional<Size> size() {
        return size;
    }

    @Override
    public void stopInput() {
        log.add("stop input");
    }

    @Override
    public void close() {
        log.add("close");
    }
}
