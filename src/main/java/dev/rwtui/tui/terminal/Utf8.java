package dev.rwtui.tui.terminal;

/** Decodes UTF-8 byte by byte, as RFC 3629 has it: no overlong form, no surrogate, nothing above U+10FFFF. */
final class Utf8 {

    enum Outcome {
        MORE,
        CHARACTER,
        BROKEN
    }

    private int value;
    private int missing;
    private int least;

    /** Whether a character of several bytes begins with this one. */
    boolean begin(int b) {
        if (b >= 0xc2 && b <= 0xdf) {
            return begin(b & 0x1f, 1, 0x80);
        }
        if (b >= 0xe0 && b <= 0xef) {
            return begin(b & 0x0f, 2, 0x800);
        }
        return b >= 0xf0 && b <= 0xf4 && begin(b & 0x07, 3, 0x10000);
    }

    private boolean begin(int bits, int more, int smallest) {
        value = bits;
        missing = more;
        least = smallest;
        return true;
    }

    Outcome add(int b) {
        if ((b & 0xc0) != 0x80) {
            return Outcome.BROKEN;
        }
        value = (value << 6) | (b & 0x3f);
        missing--;
        if (missing > 0) {
            return Outcome.MORE;
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        return value < least || value > Character.MAX_CODE_POINT || surrogate ? Outcome.BROKEN : Outcome.CHARACTER;
    }

    /** The one that {@link #add} has finished. */
    int character() {
        int finished = value;
        value = 0;
        return finished;
    }
}
