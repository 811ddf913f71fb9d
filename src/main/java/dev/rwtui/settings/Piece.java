package dev.rwtui.settings;

import java.util.Optional;

/** Something in a text of git-config syntax, and where it stands: offsets in characters, ends exclusive. */
sealed interface Piece {

    /** Git's name of the section: the one that begins, or that the assignment is in. */
    String prefix();

    int start();

    int end();

    /** {@code [section "subsection"]}, from bracket to bracket. */
    record Header(String prefix, int start, int end) implements Piece {}

    /**
     * {@code name = value}, from the name to the end of the line or the comment after it.
     *
     * @param value empty where there is no {@code =}
     * @param valueStart where the value is written, or would be
     * @param valueEnd before white space and comment
     */
    record Assignment(
            String prefix,
            String name,
            Optional<String> value,
            int start,
            int valueStart,
            int valueEnd,
            int end,
            int line)
            implements Piece {}
}
