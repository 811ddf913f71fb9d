package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Repertoire;
import dev.rwtui.tui.canvas.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DisplayTest {

    private static final int COLUMNS = 200;
    private static final int ROWS = 60;
    private static final int TYPICAL = 4096;

    private final Wire wire = new Wire();
    private Display display;

    @BeforeEach
    void takesTheTerminal() throws IOException {
        display = new Display(wire, new Tty.Extent(COLUMNS, ROWS), ColourLevel.PALETTE, "rwtui");
        display.enter();
        display.draw(canvas("first"));
        wire.writes.clear();
    }

    @Test
    void aFrameIsOneWrite() throws IOException {
        display.forget();
        display.draw(canvas("second"));

        assertThat(wire.writes).singleElement().asString().contains("second");
    }

    @Test
    void anEqualFrameShowsNothingNew() throws IOException {
        display.draw(canvas("first"));

        assertThat(wire.text().replaceAll("\u001b\\[[?0-9;]*[a-zA-Z]", "")).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsSent() throws IOException {
        display.draw(canvas("fiRst"));

        assertThat(wire.text()).contains("R").doesNotContain("fi").doesNotContain("\u001b[2J");
        assertThat(wire.text().length()).isLessThan(TYPICAL);
    }

    @Test
    void noByteIsNul() throws IOException {
        display.draw(canvas("e\u0301 é 日本 \ud83d\ude80 ─ x"));

        assertThat(wire.text()).doesNotContain("\0");
    }

    @Test
    void wideAndAstralCharactersArriveWholeAndShiftNothing() throws IOException {
        display.draw(canvas("日本\ud83d\ude80z"));

        assertThat(wire.text())
                .contains("日本\ud83d\ude80z")
                .doesNotContain("?\ud83d")
                .doesNotContain("??");
    }

    @Test
    void manyDifferentCharactersNeverRunOut() throws IOException {
        for (int frame = 0; frame < 5; frame++) {
            Canvas canvas = new Canvas(COLUMNS, ROWS, Repertoire.UNICODE);
            for (int i = 0; i < 2000; i++) {
                canvas.text(i / 100, i % 100 * 2, Character.toString(0x4e00 + frame * 2000 + i), Style.PLAIN);
            }
            wire.writes.clear();
            display.draw(canvas);

            assertThat(wire.text())
                    .contains(Character.toString(0x4e00 + frame * 2000 + 1999))
                    .doesNotContain("?");
        }
    }

    @Test
    void anotherSizeIsDrawnWhole() throws IOException {
        Canvas smaller = new Canvas(40, 10, Repertoire.UNICODE);
        smaller.text(9, 34, "corner", Style.PLAIN);

        display.draw(smaller);

        assertThat(wire.writes).singleElement().asString().contains("corner");
    }

    @Test
    void nothingIsSentOnceTheTerminalIsGivenBack() throws IOException {
        display.leave();
        String left = wire.text();
        wire.writes.clear();

        display.draw(canvas("late"));
        display.send("late");
        display.leave();
        display.abandon();

        assertThat(left).contains("\u001b[?1049l").contains("\u001b[?2004l").contains("\u001b[23;0t");
        assertThat(wire.writes).isEmpty();
    }

    @Test
    void anybodyCanGiveTheTerminalBackWhereItsOwnerHangs() throws IOException {
        display.abandon();

        assertThat(wire.writes).singleElement().asString().contains("\u001b[?1049l", "\u001b[?25h", "\u001b[23;0t");
    }

    @Test
    void takingItAgainDrawsWhole() throws IOException {
        display.leave();
        display.enter();
        wire.writes.clear();

        display.draw(canvas("first"));

        assertThat(wire.text()).contains("first");
    }

    private static Canvas canvas(String text) {
        Canvas canvas = new Canvas(COLUMNS, ROWS, Repertoire.UNICODE);
        canvas.text(3, 5, text, Style.PLAIN);
        return canvas;
    }

    /** Keeps every write(2). */
    private static final class Wire extends ByteArrayOutputStream {

        private final List<String> writes = new ArrayList<>();

        String text() {
            return String.join("", writes);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            writes.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }

        @Override
        public void write(byte[] bytes) {
            write(bytes, 0, bytes.length);
        }

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }
}
