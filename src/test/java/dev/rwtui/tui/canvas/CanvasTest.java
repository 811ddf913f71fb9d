package dev.rwtui.tui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CanvasTest {

    private static final Style BAD = new Style(Ink.BAD, Backdrop.BAR);

    @Test
    void textIsClippedOnBothSides() {
        Canvas canvas = canvas(5, 2);

        int end = canvas.text(0, -2, "abcdefghij", BAD);

        assertThat(row(canvas, 0)).isEqualTo("cdefg");
        assertThat(row(canvas, 1)).isEqualTo("     ");
        assertThat(end).isEqualTo(8);
        assertThat(canvas.cell(0, 0).style()).isEqualTo(BAD);
    }

    @ParameterizedTest
    @CsvSource({"-1", "2"})
    void textOutsideOfTheRowsIsNotDrawn(int row) {
        Canvas canvas = canvas(5, 2);

        canvas.text(row, 0, "abc", BAD);

        assertThat(row(canvas, 0) + row(canvas, 1)).isBlank();
    }

    @Test
    void aWideCharacterAtTheEdgeIsLeftOut() {
        Canvas canvas = canvas(3, 1);

        canvas.text(0, 0, "a機械", BAD);

        assertThat(row(canvas, 0)).isEqualTo("a機");
        canvas.text(0, 2, "械", BAD);
        assertThat(row(canvas, 0)).isEqualTo("a機");
    }

    @Test
    void overwritingHalfOfAWideCharacterBlanksTheOther() {
        Canvas canvas = canvas(4, 1);
        canvas.text(0, 0, "機械", BAD);

        canvas.text(0, 0, "x", BAD);
        canvas.text(0, 3, "y", BAD);

        assertThat(row(canvas, 0)).isEqualTo("x  y");
    }

    @Test
    void aWideCharacterOverTwoHalvesBlanksBothOthers() {
        Canvas canvas = canvas(4, 1);
        canvas.text(0, 0, "機械", BAD);

        canvas.text(0, 1, "学", BAD);

        assertThat(row(canvas, 0)).isEqualTo(" 学 ");
        assertThat(canvas.cell(2, 0).width()).isZero();
    }

    @Test
    void aPlaceOutsideHasNoCell() {
        Canvas canvas = canvas(2, 2);

        assertThatThrownBy(() -> canvas.cell(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> canvas.cell(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> canvas.cell(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> canvas.cell(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theCursorIsHiddenUntilItIsShownInside() {
        Canvas canvas = canvas(4, 4);

        canvas.showCursor(4, 0);
        assertThat(canvas.cursor()).isEmpty();

        canvas.region().part(1, 1, 2, 2).showCursor(1, 1);
        assertThat(canvas.cursor()).contains(new Position(2, 2));
        canvas.region().part(1, 1, 2, 2).showCursor(2, 0);
        canvas.region().part(1, 1, 2, 2).showCursor(-1, 0);
        canvas.region().part(1, 1, 2, 2).showCursor(0, 2);
        canvas.region().part(1, 1, 2, 2).showCursor(0, -1);
        assertThat(canvas.cursor()).contains(new Position(2, 2));
    }

    @Test
    void aRegionKeepsWhatIsDrawnInside() {
        Canvas canvas = canvas(6, 3);
        Region region = canvas.region().part(1, 1, 3, 1);

        region.text(0, -1, "abcdef", BAD);
        region.text(1, 0, "below", BAD);
        region.text(-1, 0, "above", BAD);

        assertThat(row(canvas, 0)).isBlank();
        assertThat(row(canvas, 1)).isEqualTo(" bcd  ");
        assertThat(row(canvas, 2)).isBlank();
    }

    @Test
    void aRowIsLaidOnAnotherBackdrop() {
        Canvas canvas = canvas(3, 1);
        canvas.text(0, 0, "a機", new Style(Ink.GOOD, Backdrop.PLAIN));

        canvas.region().lay(0, Backdrop.SELECTED);
        canvas.region().lay(1, Backdrop.SELECTED);
        canvas.region().lay(-1, Backdrop.SELECTED);
        new Region(canvas, 2, 0, 5, 1).lay(0, Backdrop.SELECTED);

        assertThat(row(canvas, 0)).isEqualTo("a機");
        assertThat(canvas.cell(0, 0).style()).isEqualTo(new Style(Ink.GOOD, Backdrop.SELECTED));
        assertThat(canvas.cell(2, 0).style().backdrop()).isEqualTo(Backdrop.SELECTED);
    }

    @Test
    void framesAndDividersInBothRepertoires() {
        for (Repertoire repertoire : Repertoire.values()) {
            Canvas canvas = new Canvas(5, 4, repertoire);
            canvas.region().fill(BAD);
            canvas.region().frame(Style.PLAIN);
            canvas.region().divider(2, Style.PLAIN);

            List<String> expected = switch (repertoire) {
                case UNICODE -> List.of("┌───┐", "│   │", "├───┤", "└───┘");
                case ASCII -> List.of("+---+", "|   |", "+---+", "+---+");
            };
            assertThat(rows(canvas)).isEqualTo(expected);
        }
    }

    @Test
    void aFrameWithoutRoomIsNotDrawn() {
        Canvas canvas = canvas(5, 4);

        canvas.region().part(0, 0, 1, 4).frame(BAD);
        canvas.region().part(0, 0, 5, 1).frame(BAD);

        assertThat(rows(canvas)).allMatch(String::isBlank);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyTextAnywhereKeepsTheGridConsistent(long seed) {
        Random random = new Random(seed);
        Repertoire repertoire = random.nextBoolean() ? Repertoire.ASCII : Repertoire.UNICODE;
        Canvas canvas = new Canvas(random.nextInt(30) - 2, random.nextInt(8) - 1, repertoire);

        for (int i = 0; i < 60; i++) {
            Region region = canvas.region()
                    .part(random.nextInt(12) - 4, random.nextInt(8) - 3, random.nextInt(30) - 3, random.nextInt(8) - 2);
            String text = Hostile.text(random);
            region.text(random.nextInt(8) - 2, random.nextInt(20) - 6, region.truncated(text, random.nextInt(20)), BAD);
            canvas.text(random.nextInt(10) - 2, random.nextInt(30) - 6, text, BAD);
        }

        Hostile.assertConsistent(canvas);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingHostileSurvives(long seed) {
        Random random = new Random(seed);

        for (Repertoire repertoire : Repertoire.values()) {
            Text text = Text.of(Hostile.text(random), repertoire);

            Hostile.assertHarmless(text.toString(), repertoire);
            int columns = random.nextInt(12);
            assertThat(text.truncated(columns, repertoire).width()).isLessThanOrEqualTo(columns);
            assertThat(text.wrapped(columns)).allMatch(line -> line.width() <= Math.max(1, columns));
        }
    }

    @ParameterizedTest
    @EnumSource(Repertoire.class)
    void everyCodePointIsHarmlessOrGone(Repertoire repertoire) {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(c -> {
            Text text = Text.of("a" + Character.toString(c), repertoire);

            Hostile.assertHarmless(text.toString(), repertoire);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    abc           | 3
                    é             | 1
                    e\u0301       | 1
                    機械          | 4
                    한국어        | 6
                    🚀            | 2
                    ⚡            | 2
                    ●→─           | 3
                    Ж             | 1
                    ｆｕｌｌ      | 8
                    """)
    void widthsAreThoseOfATerminal(String text, int width) {
        assertThat(Text.widthOf(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred', '·[31mred'",
        "'a\u0007b\u007fc\u0085d', 'a·b·c d'",
        "'a\tb', 'a    b'",
        "'a\r\nb', 'a  b'",
        "'abc\u202egnp', 'abcgnp'",
        "'a\u200b\u200d\u2060b', 'ab'",
        "'x\ufe0f', 'x'",
        "'\ue000', '?'",
        "'👍🏽', '👍?'",
        "'\u1100\u1161', '??'",
        "'\u0301x', 'x'",
        "'\ue000\u0301', '?'",
        "'\u2028', ' '",
        "'soft\u00adhyphen', 'softhyphen'",
        "'\u0915\u093e', '\u0915?'",
    })
    void whatATerminalWouldObeyOrMisdrawIsReplaced(String raw, String shown) {
        assertThat(Text.of(raw, Repertoire.UNICODE)).hasToString(shown);
    }

    @Test
    void loneSurrogatesAreReplaced() {
        assertThat(Text.of("a\ud800b\udc00", Repertoire.UNICODE)).hasToString("a?b?");
    }

    @Test
    void marksOverACharacterAreFew() {
        Text text = Text.of("a" + "\u0301".repeat(50) + "b", Repertoire.UNICODE);

        assertThat(text.graphemes())
                .containsExactly(new Grapheme("a\u0301\u0301\u0301\u0301", 1), new Grapheme("b", 1));
        assertThat(Text.of(" \u0301", Repertoire.UNICODE)).hasToString(" ");
    }

    @Test
    void withoutUnicodeEverythingIsAscii() {
        assertThat(Text.of("● 6006 → é 機 🚀…", Repertoire.ASCII)).hasToString("* 6006 > ? ? ?~");
        assertThat(Text.of("e\u0301", Repertoire.ASCII)).hasToString("e");
    }

    @Test
    void truncatingNeverSplitsAWideCharacter() {
        Text text = Text.of("機械学習", Repertoire.UNICODE);

        assertThat(text.truncated(8, Repertoire.UNICODE)).hasToString("機械学習");
        assertThat(text.truncated(7, Repertoire.UNICODE)).hasToString("機械学…");
        assertThat(text.truncated(6, Repertoire.UNICODE)).hasToString("機械…");
        assertThat(text.truncated(1, Repertoire.UNICODE)).hasToString("…");
        assertThat(text.truncated(0, Repertoire.UNICODE)).hasToString("");
        assertThat(text.truncated(4, Repertoire.ASCII)).hasToString("機~");
    }

    @ParameterizedTest
    @CsvSource({
        "'one two three', 7, 'one two|three'",
        "'one two', 3, 'one|two'",
        "'  lead  and   gap ', 4, 'lead|and|gap'",
        "'incomprehensible', 6, 'incomp|rehens|ible'",
        "'/opt/conda/bin/python', 12, '/opt/conda/|bin/python'",
        "'load on 2 CPUs, 24 GiB free', 17, 'load on 2 CPUs,|24 GiB free'",
        "'23 of 24 GiB available', 8, '23 of|24 GiB|availabl|e'",
        "'or 16 GPUs', 7, 'or 16|GPUs'",
        "'/miniconda3/bin', 8, '/minicon|da3/bin'",
        "'機械 学', 1, '?|?|?'",
        "'a 機械', 3, 'a|機|械'",
        "'', 5, ''",
        "'ab', 0, 'a|b'",
    })
    void wrappingBreaksAtSpaces(String raw, int columns, String lines) {
        String wrapped = Text.of(raw, Repertoire.UNICODE).wrapped(columns).stream()
                .map(Text::toString)
                .collect(Collectors.joining("|"));

        assertThat(wrapped).isEqualTo(lines);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static Canvas canvas(int width, int height) {
        return new Canvas(width, height, Repertoire.UNICODE);
    }

    private static List<String> rows(Canvas canvas) {
        return IntStream.range(0, canvas.height())
                .mapToObj(row -> row(canvas, row))
                .toList();
    }

    private static String row(Canvas canvas, int row) {
        return IntStream.range(0, canvas.width())
                .mapToObj(column -> canvas.cell(column, row).text())
                .collect(Collectors.joining());
    }
}
