package dev.rwtui.shell;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds what is meant for the client in what is typed: ssh(1), ESCAPE CHARACTERS. The escape counts where a line begins.
 */
final class Escapes {

    private static final int SUSPEND = 'Z' & 31;

    private final OptionalInt escape;
    private boolean lineBegins = true;
    private boolean escaped;

    Escapes(OptionalInt escape) {
        this.escape = escape;
    }

    /** One thing to do. */
    sealed interface Typed {
        /** For the far side. */
        final class Bytes implements Typed {
            private final byte[] bytes;

            Bytes(byte[] bytes) {
                this.bytes = bytes;
            }

            /** To be wiped once they are sent. */
            byte[] bytes() {
                return bytes;
            }
        }

        /** {@code ~.} */
        record End() implements Typed {}

        /** {@code ~^Z} */
        record Suspend() implements Typed {}

        /** {@code ~?} */
        record Help() implements Typed {}
    }

    /** What to do, in order. */
    List<Typed> of(byte[] typed, int count) {
        List<Typed> all = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            int b = typed[i] & 0xff;
            if (escaped) {
                escaped = false;
                command(b, bytes, all);
            } else if (lineBegins && escape.isPresent() && escape.getAsInt() == b) {
                escaped = true;
            } else {
                bytes.write(b);
                lineBegins = b == '\r' || b == '\n';
            }
        }
        flush(bytes, all);
        return all;
    }

    private void command(int b, ByteArrayOutputStream bytes, List<Typed> all) {
        switch (b) {
            case '.' -> then(new Typed.End(), bytes, all);
            case SUSPEND -> then(new Typed.Suspend(), bytes, all);
            case '?' -> then(new Typed.Help(), bytes, all);
            default -> {
                int itself = escape.orElseThrow();
                bytes.write(itself);
                if (b != itself) {
                    bytes.write(b);
                }
                lineBegins = b == '\r' || b == '\n';
            }
        }
    }

    /** A line still begins after it. */
    private static void then(Typed command, ByteArrayOutputStream bytes, List<Typed> all) {
        flush(bytes, all);
        all.add(command);
    }

    private static void flush(ByteArrayOutputStream bytes, List<Typed> all) {
        if (bytes.size() > 0) {
            all.add(new Typed.Bytes(bytes.toByteArray()));
            bytes.reset();
        }
    }

    /** The lines of {@code ~?}. */
    List<String> help() {
        String name = name();
        return List.of(
                "Supported escape sequences:",
                " " + name + ".   - end the shell, whatever the far side does",
                " " + name + "^Z  - suspend rwtui",
                " " + name + "?   - this message",
                " " + name + name + "   - send the escape character",
                "(Escapes are only recognized immediately after newline.)");
    }

    /** As a person types it. */
    String name() {
        int c = escape.orElse('~');
        return c < ' ' ? "^" + (char) (c + '@') : Character.toString(c);
    }
}
