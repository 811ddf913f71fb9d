package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a simple command as {@code sh} does; anything that a shell would do more with is not simple. */
final class ShellWords {

    /** Wherever these stand unquoted, sh does more than split. */
    private static final String SPECIAL = "|&;<>()$`*?\n";

    /** So do these at the start of a word. */
    private static final String SPECIAL_AT_START = "#~!{}";

    private static final String QUIET = "2>/dev/null";

    private ShellWords() {}

    /** Empty where it is not a simple command. A {@code 2>/dev/null} at the end is left out. */
    static Optional<List<String>> split(String command, String home) {
        String text = command.strip();
        if (text.endsWith(QUIET) && text.length() > QUIET.length()) {
            String before = text.substring(0, text.length() - QUIET.length());
            text = before.endsWith(" ") || before.endsWith("\t") ? before.strip() : text;
        }
        Scanner scanner = new Scanner(text, home);
        while (scanner.more()) {
            if (!scanner.word()) {
                return Optional.empty();
            }
        }
        return Optional.of(scanner.words);
    }

    private static final class Scanner {

        private final String text;
        private final String home;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int at;

        Scanner(String text, String home) {
            this.text = text;
            this.home = home;
        }

        boolean more() {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            return at < text.length();
        }

        /** Reads one word; false where it is not a plain one. */
        boolean word() {
            word.setLength(0);
            tilde();
            boolean first = word.length() == 0;
            while (at < text.length() && !isBlank(text.charAt(at))) {
                if (!piece(first)) {
                    return false;
                }
                first = false;
            }
            words.add(word.toString());
            return true;
        }

        private void tilde() {
            if (text.startsWith("~/", at)) {
                word.append(home);
                at++;
            }
        }

        private boolean piece(boolean first) {
            char c = text.charAt(at);
            if (c == '\'') {
                return quoted('\'');
            }
            if (c == '"') {
                return quoted('"');
            }
            if (c == '\\') {
                return escaped();
            }
            boolean plain = SPECIAL.indexOf(c) < 0 && !(first && SPECIAL_AT_START.indexOf(c) >= 0);
            word.append(c);
            at++;
            return plain;
        }

        private boolean escaped() {
            if (at + 1 >= text.length()) {
                return false;
            }
            word.append(text.charAt(at + 1));
            at += 2;
            return true;
        }

        private boolean quoted(char quote) {
            int close = text.indexOf(quote, at + 1);
            if (close < 0) {
                return false;
            }
            String inside = text.substring(at + 1, close);
            word.append(inside);
            at = close + 1;
            return quote == '\'' || inside.chars().noneMatch(c -> "$`\\".indexOf(c) >= 0);
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
