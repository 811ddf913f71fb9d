package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Style;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PaletteTest {

    private static final Pattern RGB = Pattern.compile("(?:38|48);2;(\\d+);(\\d+);(\\d+)");
    private static final Pattern INDEX = Pattern.compile("(?:38|48);5;(\\d+)");
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    @Test
    void withoutColoursNothingButAttributesIsSent() {
        Palette palette = new Palette(ColourLevel.MONO);

        forEveryStyle(style -> {
            assertThat(palette.foreground(style).toString()).matches("22;24;27(;[1247])*;39");
            assertThat(palette.background(style).toString()).isEqualTo("49");
        });
    }

    @Test
    void sixteenColoursNeedNoMoreThanSixteen() {
        Palette palette = new Palette(ColourLevel.SIXTEEN);

        forEveryStyle(style -> assertThat(palette.foreground(style).toString()).matches("22;24;27(;[1247])*;3[1-69]"));
    }

    @Test
    void theSelectionIsSeenAtEveryLevel() {
        for (ColourLevel level : ColourLevel.values()) {
            Palette palette = new Palette(level);

            assertThat(look(palette, new Style(Ink.NORMAL, Backdrop.SELECTED)))
                    .isNotEqualTo(look(palette, Style.PLAIN))
                    .isNotEqualTo(look(palette, new Style(Ink.NORMAL, Backdrop.MARKED)));
        }
    }

    @Test
    void secondaryTextIsReadableOnBlackAndOnWhite() {
        for (ColourLevel level : new ColourLevel[] {ColourLevel.PALETTE, ColourLevel.TRUE_COLOUR}) {
            double faint = luminance(new Palette(level).foreground(new Style(Ink.FAINT, Backdrop.PLAIN)));

            assertThat(contrast(faint, 0)).isGreaterThan(4.4);
            assertThat(contrast(faint, 1)).isGreaterThan(4.4);
        }
    }

    @Test
    void everyColourIsReadableOnBlackAndOnWhite() {
        for (ColourLevel level : new ColourLevel[] {ColourLevel.PALETTE, ColourLevel.TRUE_COLOUR}) {
            for (Ink ink : new Ink[] {Ink.GOOD, Ink.BUSY, Ink.WARNING, Ink.BAD, Ink.KEY}) {
                double text = luminance(new Palette(level).foreground(new Style(ink, Backdrop.PLAIN)));

                assertThat(contrast(text, 0)).as(level + " " + ink).isGreaterThan(3.85);
                assertThat(contrast(text, 1)).as(level + " " + ink).isGreaterThan(3.85);
            }
        }
    }

    @Test
    void textOnABackgroundOfRwtuisOwnIsReadable() {
        for (ColourLevel level : new ColourLevel[] {ColourLevel.PALETTE, ColourLevel.TRUE_COLOUR}) {
            Palette palette = new Palette(level);
            forEveryStyle(style -> {
                if (style.backdrop() != Backdrop.PLAIN) {
                    assertThat(contrast(luminance(palette.foreground(style)), luminance(palette.background(style))))
                            .as(level + " " + style)
                            .isGreaterThan(3.85);
                }
            });
        }
    }

    private static void forEveryStyle(java.util.function.Consumer<Style> check) {
        Arrays.stream(Backdrop.values())
                .forEach(
                        backdrop -> Arrays.stream(Ink.values()).forEach(ink -> check.accept(new Style(ink, backdrop))));
    }

    private static String look(Palette palette, Style style) {
        return palette.foreground(style) + " on " + palette.background(style);
    }

    /** Contrast of two relative luminances (WCAG 2.1). */
    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Sgr colour) {
        int[] rgb = rgb(colour.toString());
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int[] rgb(String parameters) {
        Matcher direct = RGB.matcher(parameters);
        if (direct.find()) {
            return new int[] {
                Integer.parseInt(direct.group(1)), Integer.parseInt(direct.group(2)), Integer.parseInt(direct.group(3))
            };
        }
        Matcher index = INDEX.matcher(parameters);
        assertThat(index.find()).as(parameters).isTrue();
        return indexed(Integer.parseInt(index.group(1)));
    }

    /** The colours 16 to 255, which no terminal changes: a cube of 6 × 6 × 6, then greys. */
    private static int[] indexed(int index) {
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return new int[] {grey, grey, grey};
        }
        int place = index - 16;
        return new int[] {CUBE[place / 36], CUBE[place / 6 % 6], CUBE[place % 6]};
    }
}
