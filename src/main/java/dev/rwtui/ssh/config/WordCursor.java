package dev.rwtui.ssh.config;

import java.util.Optional;

/**
 * Takes words off the front of a text, at white space, double quotes or one {@code =}: how {@code ssh} reads keywords and,
 * before 9.9, the criteria of {@code Match}.
 */
final class WordCursor {

    private static final String BLANKS = " \t\r\n";

    private String left;
    private boolean spent;

    WordCursor(String text) {
        this.left = text;
    }

    /** Empty at the end, and where a quote is never closed. */
    Optional<String> next() {
        if (spent) {
            return Optional.empty();
        }
        int cut = indexOfSeparator();
        if (cut < 0) {
            return Optional.of(take(left, left.length()));
        }
        String word = left.substring(0, cut);
        if (left.charAt(cut) == '"') {
            int close = left.indexOf('"', cut + 1);
            if (close < 0) {
                spent = true;
                return Optional.empty();
            }
            return Optional.of(take(word + left.substring(cut + 1, close), skipBlanks(close + 1)));
        }
        int after = skipBlanks(cut + 1);
        if (left.charAt(cut) != '=' && after < left.length() && left.charAt(after) == '=') {
            after = skipBlanks(after + 1);
        }
        return Optional.of(take(word, after));
    }

    /** What has not been taken, without white space in front. */
    String rest() {
        return spent ? "" : left.substring(skipBlanks(0));
    }

    private String take(String word, int next) {
        left = left.substring(next);
        return word;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < left.length() && BLANKS.indexOf(left.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int indexOfSeparator() {
        for (int i = 0; i < left.length(); i++) {
            char c = left.charAt(i);
            if (c == '"' || c == '=' || BLANKS.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
