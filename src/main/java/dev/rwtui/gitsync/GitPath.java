package dev.rwtui.gitsync;

import dev.rwtui.remote.ByteText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Paths as git quotes them with {@code core.quotePath}, in ASCII; git-config(1). */
final class GitPath {

    private static final String NAMED = "\"\\abtnvfr";
    private static final String VALUES = "\"\\\u0007\b\t\n\u000b\f\r";

    private GitPath() {}

    /** As git writes it itself: in quotes where it has to be. */
    static String quoted(String path) {
        StringBuilder quoted = new StringBuilder(path.length() + 2);
        boolean special = false;
        for (byte b : ByteText.encoded(path)) {
            int value = b & 0xFF;
            int named = VALUES.indexOf(value);
            special |= named >= 0 || value < 0x20 || value >= 0x7F;
            if (named >= 0) {
                quoted.append('\\').append(NAMED.charAt(named));
            } else if (value < 0x20 || value >= 0x7F) {
                quoted.append('\\').append(Integer.toOctalString(0x200 | value).substring(1));
            } else {
                quoted.append((char) value);
            }
        }
        return special ? "\"" + quoted + "\"" : quoted.toString();
    }

    /** What git has written, in quotes or not. */
    static String unquoted(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            } else {
                i++;
                int named = NAMED.indexOf(text.charAt(i));
                if (named >= 0) {
                    bytes.write(VALUES.charAt(named));
                } else {
                    bytes.write(Integer.parseInt(text.substring(i, i + 3), 8));
                    i += 2;
                }
            }
        }
        return ByteText.decoded(bytes.toByteArray());
    }
}
