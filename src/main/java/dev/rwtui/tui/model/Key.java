package dev.rwtui.tui.model;

/**
 * A key press, by name: a single code point for a character ({@code "j"}, {@code "?"}, {@code " "}), else one of
 * {@code Enter Esc Tab Backspace Delete Insert Up Down Left Right Home End PgUp PgDn F1 … F12}, with {@code C-}, {@code M-}
 * and {@code S-} before it for Control, Alt and Shift ({@code C-c}, {@code S-Tab}, {@code M-x}).
 */
public record Key(String name) {

    public Key {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a key has a name");
        }
    }

    /** Whether it types a character. */
    public boolean isCharacter() {
        return name.codePointCount(0, name.length()) == 1;
    }
}
