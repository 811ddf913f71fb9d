package dev.rwtui.tui.terminal;

/**
 * Turns the bytes that a terminal sends into keys: UTF-8, and the control sequences of ECMA-48 section 5.4 as xterm sends
 * them. A sequence that it does not know is swallowed whole, so that a report or a mouse never types letters. Bytes may
 * arrive in pieces of any size.
 */
final class KeyParser {

    /** What a pause in the bytes would mean. */
    enum Pending {
        NOTHING,
        /** Bytes that are a key by themselves if nothing follows at once: Esc, or Alt with a character. */
        KEY,
        /** A sequence that has begun: only a broken line leaves it at that. */
        SEQUENCE
    }

    private enum State {
        GROUND,
        UTF_8,
        ESCAPE,
        /** Two times Esc, or Alt with a sequence. */
        ESCAPE_TWICE,
        CSI,
        /** {@code ESC [ [ A}: a function key of the Linux console. */
        CSI_LINUX,
        SS3,
        /** The three bytes after {@code ESC [ M}: a mouse. */
        MOUSE,
        /** OSC, DCS, APC, PM, SOS: until BEL or ESC \. */
        STRING,
        STRING_ESCAPE
    }

    private static final int ESC = 0x1b;
    private static final int BEL = 0x07;
    private static final int CAN = 0x18;
    private static final int SUB = 0x1a;
    private static final int DEL = 0x7f;
    private static final int PARAMETERS_AT_MOST = 32;

    private final KeySink sink;
    private final Utf8 utf8 = new Utf8();
    private final PasteMarks marks;
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.GROUND;
    private boolean alt;
    private int left;
    private int introducer;

    KeyParser(KeySink sink) {
        this.sink = sink;
        this.marks = new PasteMarks(sink);
    }

    void accept(byte next) {
        int b = next & 0xff;
        if (marks.isPasting()) {
            marks.accept(b);
            return;
        }
        switch (state) {
            case GROUND -> ground(b);
            case UTF_8 -> continued(b);
            case ESCAPE -> afterEscape(b);
            case ESCAPE_TWICE -> afterTwoEscapes(b);
            case CSI -> inCsi(b);
            case CSI_LINUX -> {
                emit(SequenceKeys.linuxConsole(b));
                state = State.GROUND;
            }
            case SS3 -> inSs3(b);
            case MOUSE -> {
                left--;
                state = left == 0 ? State.GROUND : State.MOUSE;
            }
            case STRING -> inString(b);
            case STRING_ESCAPE -> afterStringEscape(b);
        }
    }

    Pending pending() {
        return switch (state) {
            case GROUND -> marks.isPasting() ? Pending.SEQUENCE : Pending.NOTHING;
            case ESCAPE, ESCAPE_TWICE -> Pending.KEY;
            case STRING -> left == 0 ? Pending.KEY : Pending.SEQUENCE;
            case UTF_8, CSI, CSI_LINUX, SS3, MOUSE, STRING_ESCAPE -> Pending.SEQUENCE;
        };
    }

    /** Nothing followed for a while: what is pending as a key is one. */
    void settle() {
        State was = state;
        if (pending() != Pending.KEY) {
            return;
        }
        reset();
        switch (was) {
            case ESCAPE_TWICE -> {
                sink.key("Esc");
                sink.key("Esc");
            }
            case STRING -> sink.key("M-" + (char) introducer);
            default -> sink.key("Esc");
        }
    }

    /** Nothing followed for long: what has begun will not be finished. */
    void reset() {
        state = State.GROUND;
        alt = false;
        left = 0;
        marks.end();
    }

    private void ground(int b) {
        if (b == ESC) {
            state = State.ESCAPE;
        } else if (b < 0x20 || b == DEL) {
            emit(SequenceKeys.control(b));
        } else if (b < DEL) {
            character(b);
        } else if (utf8.begin(b)) {
            state = State.UTF_8;
        } else {
            alt = false;
        }
    }

    private void continued(int b) {
        switch (utf8.add(b)) {
            case MORE -> {}
            case CHARACTER -> {
                state = State.GROUND;
                character(utf8.character());
            }
            case BROKEN -> {
                state = State.GROUND;
                alt = false;
                if ((b & 0xc0) != 0x80) {
                    ground(b);
                }
            }
        }
    }

    private void afterEscape(int b) {
        switch (b) {
            case '[' -> begin(State.CSI);
            case 'O' -> begin(State.SS3);
            case ']', 'P', 'X', '^', '_' -> {
                introducer = b;
                begin(State.STRING);
            }
            case ESC -> state = State.ESCAPE_TWICE;
            default -> {
                alt = true;
                state = State.GROUND;
                ground(b);
            }
        }
    }

    private void afterTwoEscapes(int b) {
        if (b == '[' || b == 'O') {
            alt = true;
            begin(b == '[' ? State.CSI : State.SS3);
        } else {
            sink.key("Esc");
            state = State.ESCAPE;
            afterEscape(b);
        }
    }

    private void begin(State next) {
        state = next;
        left = 0;
        parameters.setLength(0);
    }

    private void inCsi(int b) {
        if (parameters.length() == 0 && b == '[') {
            state = State.CSI_LINUX;
        } else if (parameters.length() == 0 && b == 'M') {
            alt = false;
            state = State.MOUSE;
            left = 3;
        } else if (b >= 0x20 && b < 0x40) {
            collect(b);
        } else if (b >= 0x40 && b < DEL) {
            state = State.GROUND;
            finishCsi((char) b);
        } else {
            interrupted(b);
        }
    }

    private void finishCsi(char last) {
        String collected = parameters.toString();
        if (last == '~' && collected.equals("200")) {
            alt = false;
            marks.begin();
        } else {
            emit(SequenceKeys.csi(collected, last));
        }
    }

    private void inSs3(int b) {
        if (b >= '0' && b <= '9') {
            collect(b);
        } else if (b >= 0x40 && b < DEL) {
            state = State.GROUND;
            emit(SequenceKeys.ss3(parameters.toString(), (char) b));
        } else {
            interrupted(b);
        }
    }

    /** Too long a sequence is none that is known: what it says does not matter. */
    private void collect(int b) {
        if (parameters.length() < PARAMETERS_AT_MOST) {
            parameters.append((char) b);
        }
    }

    /** A byte that cannot be part of a sequence ends it; CAN and SUB do nothing else. */
    private void interrupted(int b) {
        alt = false;
        state = State.GROUND;
        if (b != CAN && b != SUB) {
            ground(b);
        }
    }

    private void inString(int b) {
        left = 1;
        if (b == BEL || b == CAN || b == SUB) {
            state = State.GROUND;
        } else if (b == ESC) {
            state = State.STRING_ESCAPE;
        }
    }

    private void afterStringEscape(int b) {
        state = State.ESCAPE;
        if (b == '\\') {
            state = State.GROUND;
        } else {
            afterEscape(b);
        }
    }

    private void character(int codePoint) {
        if (alt) {
            emit(Character.toString(codePoint));
        } else {
            sink.character(codePoint);
        }
    }

    /** An empty name is a sequence without a key. */
    private void emit(String name) {
        if (!name.isEmpty()) {
            sink.key(alt ? SequenceKeys.withAlt(name) : name);
        }
        alt = false;
    }
}
