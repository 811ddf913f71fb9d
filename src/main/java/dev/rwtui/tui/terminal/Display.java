package dev.rwtui.tui.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Cell;
import dev.rwtui.tui.canvas.Style;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The screen of a real terminal. Belongs to one thread. */
public final class Display {

    private static final int FRAME_BYTES = 1 << 16;
    private static final String ESC = "\u001b";
    // The title is kept on the terminal's own stack (xterm, "CSI 22 ; 0 t") and given back from there.
    private static final String KEEP_TITLE = ESC + "[22;0t";
    private static final String RESTORE_TITLE = ESC + "[23;0t";
    private static final String PASTE_MARKS_ON = ESC + "[?2004h";
    private static final String PASTE_MARKS_OFF = ESC + "[?2004l";
    private static final String CLEAR = ESC + "[0m" + ESC + "[2J" + ESC + "[H";

    private static final String PRIMARY_SCREEN = ESC + "[?2026l" + ESC + "[?1049l" + ESC + "[?25h";

    private final OutputStream direct;
    private final Glyphs glyphs = new Glyphs();
    private final Palette palette;
    private final String title;
    private final RawTerminal terminal;
    private final TerminalScreen screen;
    private final Map<Style, TextCharacter[]> plain = new HashMap<>();
    private final Map<Cell, TextCharacter> others = new HashMap<>();
    private boolean started;
    private volatile boolean entered;
    private boolean complete = true;

    /**
     * Sends nothing yet.
     *
     * @param out written to once per frame
     * @param title of the window while the screen is up; printable characters
     */
    public Display(OutputStream out, Tty.Extent extent, ColourLevel level, String title) throws IOException {
        this.palette = new Palette(level);
        this.title = title;
        this.direct = out;
        this.terminal = new RawTerminal(new BufferedOutputStream(out, FRAME_BYTES), glyphs, extent);
        this.screen = new TerminalScreen(terminal);
    }

    /** Takes the terminal over; no effect where that has happened. The next frame is drawn whole. */
    public void enter() throws IOException {
        if (!entered) {
            terminal.raw(KEEP_TITLE);
            if (started) {
                terminal.enterPrivateMode();
            } else {
                screen.startScreen();
                started = true;
            }
            terminal.raw(ESC + "]2;" + title + "\u0007" + PASTE_MARKS_ON);
            entered = true;
            complete = true;
        }
    }

    /** Gives the terminal back; no effect where that has happened. */
    public void leave() throws IOException {
        if (entered) {
            entered = false;
            // A terminal without an alternate screen would keep the last frame.
            terminal.raw(PASTE_MARKS_OFF + CLEAR + RESTORE_TITLE);
            terminal.exitPrivateMode();
            terminal.flush();
        }
    }

    /** Gives the terminal back from any thread, for the case that its owner hangs: what is drawn later is dirt. */
    public void abandon() throws IOException {
        if (entered) {
            String all = PASTE_MARKS_OFF + CLEAR + RESTORE_TITLE + PRIMARY_SCREEN;
            direct.write(all.getBytes(StandardCharsets.US_ASCII));
            direct.flush();
        }
    }

    /** The next frame is drawn whole: nobody knows what the terminal shows. */
    public void forget() {
        complete = true;
    }

    /** Sends a sequence that moves no cursor and changes no cell; no effect while the terminal is given back. */
    public void send(String sequence) throws IOException {
        if (entered) {
            terminal.raw(sequence);
            terminal.flush();
        }
    }

    /** Shows a frame, of any size; no effect while the terminal is given back. */
    public void draw(Canvas canvas) throws IOException {
        if (!entered || canvas.width() == 0 || canvas.height() == 0) {
            return;
        }
        prepare(canvas);
        for (int row = 0; row < canvas.height(); row++) {
            for (int column = 0; column < canvas.width(); column++) {
                screen.setCharacter(column, row, character(canvas.cell(column, row)));
            }
        }
        terminal.beginFrame();
        terminal.setCursorVisible(false);
        screen.refresh(complete ? Screen.RefreshType.COMPLETE : Screen.RefreshType.DELTA);
        complete = false;
        showCursor(canvas);
        terminal.endFrame();
    }

    private void prepare(Canvas canvas) throws IOException {
        if (glyphs.isFull()) {
            glyphs.clear();
            others.clear();
            complete = true;
        }
        var size = screen.getTerminalSize();
        if (size.getColumns() != canvas.width() || size.getRows() != canvas.height()) {
            terminal.resize(canvas.width(), canvas.height());
            screen.doResizeIfNecessary();
            complete = true;
        }
        screen.setCursorPosition(null);
    }

    private void showCursor(Canvas canvas) throws IOException {
        Optional<TerminalPosition> at =
                canvas.cursor().map(position -> new TerminalPosition(position.column(), position.row()));
        if (at.isPresent()) {
            terminal.setCursorPosition(at.get());
            terminal.setCursorVisible(true);
        }
    }

    private TextCharacter character(Cell cell) {
        String text = cell.text();
        if (text.length() != 1 || text.charAt(0) >= 0x7f) {
            return others.computeIfAbsent(cell, this::made);
        }
        TextCharacter[] row = plain.computeIfAbsent(cell.style(), style -> new TextCharacter[0x7f]);
        char c = text.charAt(0);
        if (row[c] == null) {
            row[c] = made(cell);
        }
        return row[c];
    }

    private TextCharacter made(Cell cell) {
        TextColor foreground = palette.foreground(cell.style());
        TextColor background = palette.background(cell.style());
        return TextCharacter.fromCharacter(glyphs.of(cell.text()), foreground, background)[0];
    }
}
