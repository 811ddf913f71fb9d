package dev.rwtui.tui.terminal;

/**
 * Bracketed paste: everything between {@code ESC [ 200 ~} and {@code ESC [ 201 ~} is text, whatever it looks like. Control
 * characters in it are dropped but for tab and the line ends.
 */
final class PasteMarks {

    private static final int ESC = 0x1b;
    private static final String END = "[201~";

    private final KeySink sink;
    private final Utf8 utf8 = new Utf8();
    private boolean pasting;
    private boolean inCharacter;
    private int matched = -1;

    PasteMarks(KeySink sink) {
        this.sink = sink;
    }

    boolean isPasting() {
        return pasting;
    }

    void begin() {
        pasting = true;
        inCharacter = false;
        matched = -1;
        sink.pasteStarted();
    }

    void end() {
        if (pasting) {
            pasting = false;
            sink.pasteEnded();
        }
    }

    void accept(int b) {
        if (b == ESC) {
            release();
            matched = 0;
        } else if (matched >= 0 && b == END.charAt(matched)) {
            matched++;
            if (matched == END.length()) {
                matched = -1;
                end();
            }
        } else {
            release();
            text(b);
        }
    }

    /** What looked like the end was text. */
    private void release() {
        for (int i = 0; i < matched; i++) {
            text(END.charAt(i));
        }
        matched = -1;
    }

    private void text(int b) {
        if (inCharacter) {
            inCharacter = continued(b);
        } else if ((b >= 0x20 && b < 0x7f) || b == '\t' || b == '\n' || b == '\r') {
            sink.character(b);
        } else {
            inCharacter = b > 0x7f && utf8.begin(b);
        }
    }

    private boolean continued(int b) {
        switch (utf8.add(b)) {
            case MORE -> {
                return true;
            }
            case CHARACTER -> sink.character(utf8.character());
            case BROKEN -> {
                if (b < 0x80) {
                    inCharacter = false;
                    text(b);
                }
            }
        }
        return false;
    }
}
