package dev.rwtui.base;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A password, passphrase or one-time code. Owned by one thread at a time; {@link #close()} overwrites the characters.
 * Never in a log, a state or an argument list: {@link #toString()} tells nothing.
 */
public final class Secret implements AutoCloseable {

    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes the array over: the caller must not use it again. */
    public static Secret owning(char[] characters) {
        return new Secret(characters);
    }

    /** Lends the characters for one call. The array is the secret itself: it must not be kept or changed. */
    public <T> T use(Function<char[], T> borrower) {
        return borrower.apply(characters);
    }

    /** Number of UTF-16 units. */
    public int length() {
        return characters.length;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
