package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;

/** The comment lines right above a line, without their {@code #}, rules and frames. */
final class CommentBlock {

    private final List<String> lines = new ArrayList<>();

    /** Takes note of a line: a comment goes on with the block, anything else ends it. */
    void see(String raw) {
        String line = raw.strip();
        if (!line.startsWith("#")) {
            lines.clear();
            return;
        }
        String text = line.replaceFirst("^#+", "").replaceFirst("#+$", "").strip();
        if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
            lines.add(text);
        }
    }

    /** One line of text; empty where no comment stands right above. */
    String text() {
        return String.join(" ", lines);
    }
}
