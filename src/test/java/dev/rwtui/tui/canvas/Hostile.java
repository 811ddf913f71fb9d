package dev.rwtui.tui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Text that nobody should trust, and what must hold of what became of it. */
public final class Hostile {

    private static final String[] PIECES = {
        "plain",
        " ",
        "\u001b[2J",
        "\u001b]0;x\u0007",
        "\u009b31m",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufe0f",
        "\t",
        "\r\n",
        "機",
        "🚀",
        "e\u0301",
        "\u0301\u0301\u0301\u0301\u0301\u0301",
        "\ud83d",
        "\udc00",
        "👩\u200d🚀",
        "🇬🇧",
        "한",
        "\u0000",
        "\u007f",
        "…",
        "─",
        "\ue000",
        "\ufeff",
        "\u2028",
        "\u0e33",
        "ﷺ"
    };

    private Hostile() {}

    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(
                    random.nextInt(4) == 0
                            ? Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    static void assertHarmless(String text, Repertoire repertoire) {
        text.codePoints().forEach(c -> {
            boolean harmless = repertoire == Repertoire.ASCII
                    ? c >= 0x20 && c < 0x7f
                    : !Character.isISOControl(c)
                            && Character.getType(c) != Character.FORMAT
                            && Character.getType(c) != Character.SURROGATE
                            && Character.getType(c) != Character.PRIVATE_USE
                            && Character.getType(c) != Character.UNASSIGNED
                            && !(c >= 0xfe00 && c <= 0xfe0f);
            if (!harmless) {
                throw new AssertionError(String.format("U+%04X survived", c));
            }
        });
    }

    /** Each wide cell has its right half, each right half its wide cell, and nothing hostile is in any. */
    public static void assertConsistent(Canvas canvas) {
        for (int row = 0; row < canvas.height(); row++) {
            for (int column = 0; column < canvas.width(); column++) {
                Cell cell = canvas.cell(column, row);
                assertHarmless(cell.text(), canvas.repertoire());
                if (cell.width() == 2) {
                    assertThat(canvas.cell(column + 1, row).width()).isZero();
                } else if (cell.width() == 0) {
                    assertThat(cell.text()).isEmpty();
                    assertThat(canvas.cell(column - 1, row).width()).isEqualTo(2);
                } else {
                    assertThat(cell.text()).isNotEmpty();
                }
            }
        }
    }
}
