package dev.rwtui.tui.canvas;

import java.util.Arrays;

/**
 * What a terminal does with a code point: rwtui's own wcwidth(3). Only what terminals agree on is called narrow or wide;
 * the rest is {@link #UNCERTAIN} and never reaches the screen.
 */
enum CharacterKind {
    NARROW,
    WIDE,
    /** Drawn over the character before it, in no column of its own. */
    COMBINING,
    /** Line ends and separators. */
    BLANK,
    TAB,
    /** C0, C1 and DEL: a terminal would obey them. */
    CONTROL,
    /** Bidi controls, zero-width characters, variation selectors: invisible, and able to deceive. */
    INVISIBLE,
    /** Unassigned, private, lone surrogates, and what one terminal draws in one column and another in two. */
    UNCERTAIN;

    /** First and last of each range that is wide everywhere: East Asian Width W and F of Unicode 12, hieroglyphs apart. */
    private static final int[] WIDE_RANGES = {
        0x231A, 0x231B, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615,
        0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5,
        0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C,
        0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF,
        0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x2FFB, 0x3000, 0x3029, 0x3030, 0x303E,
        0x3041, 0x3096, 0x309B, 0x30FF, 0x3105, 0x3163, 0x3165, 0x4DB5, 0x4E00, 0x9FEF, 0xA000, 0xA4C6,
        0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9, 0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60,
        0xFFE0, 0xFFE6, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA,
        0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F3FA, 0x1F400, 0x1F43E, 0x1F440, 0x1F440,
        0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
        0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6EB, 0x1F6EC,
        0x1F6F4, 0x1F6F9, 0x1F910, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F970, 0x20000, 0x2A6D6, 0x2A700, 0x2EBE0
    };

    static CharacterKind of(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return NARROW;
        }
        if (c < 0xa0) {
            return ofControl(c);
        }
        if (c < 0x300) {
            return c == 0xad ? INVISIBLE : NARROW;
        }
        return isInvisible(c) ? INVISIBLE : ofAssigned(c);
    }

    private static CharacterKind ofControl(int c) {
        if (c == '\t') {
            return TAB;
        }
        return c == '\n' || c == '\r' || c == 0x85 ? BLANK : CONTROL;
    }

    /** Default-ignorable code points that Java does not call format characters. */
    private static boolean isInvisible(int c) {
        return c == 0x34f
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || (c >= 0x180b && c <= 0x180f)
                || c == 0x3164
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xffa0
                || (c >= 0xe0000 && c <= 0xe0fff);
    }

    private static CharacterKind ofAssigned(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT -> INVISIBLE;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> BLANK;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> COMBINING;
            case Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.CONTROL,
                    Character.COMBINING_SPACING_MARK -> UNCERTAIN;
            default -> ofVisible(c);
        };
    }

    private static CharacterKind ofVisible(int c) {
        if (isWide(c)) {
            return WIDE;
        }
        boolean conjoining = (c >= 0x1100 && c <= 0x11ff) || (c >= 0xd7b0 && c <= 0xd7ff);
        boolean newerOrPicture = c >= 0x1f000;
        return conjoining || newerOrPicture ? UNCERTAIN : NARROW;
    }

    private static boolean isWide(int c) {
        int place = Arrays.binarySearch(WIDE_RANGES, c);
        // Between the first and the last of a range, binarySearch says -(odd index) - 1.
        return place >= 0 || (-place - 1) % 2 == 1;
    }
}
