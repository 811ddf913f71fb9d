package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;

/** The comment lines right above a line, without their {@code #}, rules and frames. */
final class CommentBlock {

    private final List<String> lines = new ArrayList<>();

    /** Takes note of a line: a comment goes on with the block, anything else ends it. */
    void see(String raw) {
        int start = 0;
        while (start < raw.length() && Character.isWhitespace(raw.charAt(start))) {
            start++;
        }
        if (start == raw.length() || raw.charAt(start) != '#') {
            lines.clear();
            return;
        }
        lines.add(raw);
    }

    private static boolean saysSomething(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutFrame(String comment) {
        int start = 0;
        int end = comment.length();
        while (start < end && comment.charAt(start) == '#') {
            start++;
        }
        while (end > start && comment.charAt(end - 1) == '#') {
            end--;
        }
        return comment.substring(start, end).strip();
    }

    /** One line of text; empty where no comment stands right above. */
    String text() {
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            String text = withoutFrame(line.strip());
            if (saysSomething(text)) {
                all.append(all.length() == 0 ? "" : " ").append(text);
            }
        }
        return all.toString();
    }
}
