package dev.rwtui.settings;

import java.nio.charset.StandardCharsets;

/** Bytes as texts of one character each, so that what is not understood is kept as it is. */
final class Bytes {

    private Bytes() {}

    static String asCharacters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] of(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What such a text says in UTF-8; what is no UTF-8 shows as U+FFFD. */
    static String decoded(String characters) {
        return new String(of(characters), StandardCharsets.UTF_8);
    }

    static String encoded(String text) {
        return asCharacters(text.getBytes(StandardCharsets.UTF_8));
    }
}
