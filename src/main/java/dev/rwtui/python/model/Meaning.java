package dev.rwtui.python.model;

import java.util.Optional;

/**
 * What a word means in a shell there.
 *
 * @param word {@code python} or {@code python3}
 * @param answer the shell's own: a path, an alias; empty where it knows no such command
 */
public record Meaning(Shell shell, String word, Optional<String> answer) {

    /** Which shell was asked. */
    public enum Shell {
        /** The one that {@code ssh host command} gets. */
        BARE,
        /** The one that a person gets who logs in. */
        LOGIN
    }
}
