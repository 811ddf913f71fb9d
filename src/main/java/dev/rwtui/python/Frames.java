package dev.rwtui.python;

import dev.rwtui.remote.Frame;

/** What the scripts here agree upon beside frames. */
final class Frames {

    /** What they say for a line end: a shell that writes line by line must not let another get in between. */
    private static final char LINE_END = 1;

    private Frames() {}

    static Frame read(Frame said) {
        return new Frame(
                said.kind(),
                said.fields().stream()
                        .map(field -> field.replace(LINE_END, '\n'))
                        .toList());
    }
}
