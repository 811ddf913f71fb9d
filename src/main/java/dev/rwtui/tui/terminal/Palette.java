package dev.rwtui.tui.terminal;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Style;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What each style looks like at a colour level. On the terminal's own background nothing is white, black or of a tone that
 * only one of a light and a dark background carries; where a background is set, the text on it is set too.
 */
final class Palette {

    private static final String NO_ATTRIBUTES = "22;24;27";
    private static final String DEFAULT_TEXT = ";39";
    private static final String DEFAULT_BACKGROUND = "49";

    private final ColourLevel level;
    private final Map<Style, Sgr> foregrounds = new HashMap<>();
    private final Map<Backdrop, Sgr> backgrounds = new EnumMap<>(Backdrop.class);

    Palette(ColourLevel level) {
        this.level = level;
    }

    /** With the attributes. */
    Sgr foreground(Style style) {
        return foregrounds.computeIfAbsent(style, made -> new Sgr(foreground(made.ink(), made.backdrop())));
    }

    Sgr background(Style style) {
        return backgrounds.computeIfAbsent(style.backdrop(), made -> new Sgr(background(made)));
    }

    private String foreground(Ink ink, Backdrop backdrop) {
        return NO_ATTRIBUTES + weight(ink) + lift(backdrop) + colour(ink, backdrop);
    }

    private String weight(Ink ink) {
        return switch (ink) {
            case STRONG, TITLE, KEY, BORDER_FOCUSED, BAD -> ";1";
            case WARNING -> level == ColourLevel.MONO ? ";1" : "";
            case FAINT, BORDER -> hasShades() ? "" : ";2";
            case NORMAL, GOOD, BUSY -> "";
        };
    }

    /** What stands in for a background where there are no shades to make one of. */
    private String lift(Backdrop backdrop) {
        if (hasShades()) {
            return "";
        }
        return switch (backdrop) {
            case SELECTED -> ";7";
            case MARKED -> ";4";
            case PLAIN, BAR, MODAL -> "";
        };
    }

    private String colour(Ink ink, Backdrop backdrop) {
        return switch (level) {
            case MONO -> DEFAULT_TEXT;
            case SIXTEEN -> backdrop == Backdrop.SELECTED ? DEFAULT_TEXT : sixteen(ink);
            case PALETTE, TRUE_COLOUR -> backdrop == Backdrop.PLAIN ? onAnything(ink) : onDark(ink);
        };
    }

    private boolean hasShades() {
        return level == ColourLevel.PALETTE || level == ColourLevel.TRUE_COLOUR;
    }

    private static String sixteen(Ink ink) {
        return switch (ink) {
            case GOOD -> ";32";
            case BUSY -> ";34";
            case WARNING -> ";35";
            case BAD -> ";31";
            case KEY, BORDER_FOCUSED -> ";36";
            case NORMAL, FAINT, STRONG, TITLE, BORDER -> DEFAULT_TEXT;
        };
    }

    /** Contrast of 3.9 and more against both white and black (WCAG 2). */
    private String onAnything(Ink ink) {
        return switch (ink) {
            case GOOD -> shade(28, 0x008700);
            case BUSY -> shade(31, 0x007fd0);
            case WARNING -> shade(130, 0xb06000);
            case BAD -> shade(160, 0xd81e1e);
            case KEY, BORDER_FOCUSED -> shade(30, 0x008787);
            case FAINT, BORDER -> shade(243, 0x777777);
            case NORMAL, STRONG, TITLE -> DEFAULT_TEXT;
        };
    }

    private String onDark(Ink ink) {
        return switch (ink) {
            case GOOD -> shade(120, 0x90e090);
            case BUSY -> shade(117, 0x8cc8ff);
            case WARNING -> shade(222, 0xffd080);
            case BAD -> shade(217, 0xffb0a8);
            case KEY, BORDER_FOCUSED -> shade(123, 0x88f0f0);
            case FAINT, BORDER -> shade(252, 0xcccccc);
            case NORMAL, STRONG, TITLE -> shade(255, 0xf0f0f0);
        };
    }

    private String background(Backdrop backdrop) {
        if (!hasShades()) {
            return DEFAULT_BACKGROUND;
        }
        return switch (backdrop) {
            case PLAIN -> DEFAULT_BACKGROUND;
            case SELECTED -> behind(24, 0x0a4f75);
            case MARKED -> behind(240, 0x505458);
            case BAR -> behind(237, 0x34383c);
            case MODAL -> behind(235, 0x25282c);
        };
    }

    private String shade(int index, int rgb) {
        return ";" + (level == ColourLevel.PALETTE ? "38;5;" + index : "38;2;" + parts(rgb));
    }

    private String behind(int index, int rgb) {
        return level == ColourLevel.PALETTE ? "48;5;" + index : "48;2;" + parts(rgb);
    }

    private static String parts(int rgb) {
        return (rgb >> 16) + ";" + ((rgb >> 8) & 0xff) + ";" + (rgb & 0xff);
    }
}
