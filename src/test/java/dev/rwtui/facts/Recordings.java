package dev.rwtui.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What tools print, under {@code src/test/resources/facts}. */
final class Recordings {

    private Recordings() {}

    static String of(String name) {
        try (InputStream in = Recordings.class.getResourceAsStream("/facts/" + name)) {
            if (in == null) {
                throw new AssertionError("no recording " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
