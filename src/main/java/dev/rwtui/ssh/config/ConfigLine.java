package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a configuration, split as {@code ssh} splits it: a keyword ends at white space, a quote or one {@code =};
 * arguments are split at blanks, with quotes of both kinds, backslash escapes and a trailing comment.
 *
 * @param keyword lower case
 * @param rest everything after the keyword, as written, for the keywords that take the rest of the line
 * @param arguments the rest, split and unquoted
 */
record ConfigLine(String keyword, String rest, List<String> arguments) {

    private static final String BLANKS = " \t\r\n";

    ConfigLine {
        arguments = List.copyOf(arguments);
    }

    /** Empty for a blank line or a comment; what is wrong where it cannot be split. */
    static Optional<Parsed<ConfigLine>> split(String text) {
        Cursor cursor = new Cursor(withoutTail(text));
        Optional<String> first = cursor.next();
        if (first.isPresent() && first.get().isEmpty()) {
            first = cursor.next();
        }
        if (first.isEmpty() || first.get().isEmpty() || first.get().charAt(0) == '#') {
            return Optional.empty();
        }
        String keyword = first.get().toLowerCase(Locale.ROOT);
        String rest = cursor.rest();
        if (rest.isEmpty()) {
            return Optional.of(Parsed.bad("no argument after keyword \"" + keyword + "\""));
        }
        return Optional.of(arguments(rest).map(arguments -> new ConfigLine(keyword, rest, arguments)));
    }

    /** The rest of the line for keywords that take a command: further blanks and {@code =} in front are dropped. */
    String command() {
        int start = 0;
        while (start < rest.length() && (BLANKS + "=").indexOf(rest.charAt(start)) >= 0) {
            start++;
        }
        return rest.substring(start);
    }

    /** White space and form feeds at the end do not count, nor does anything after a NUL byte. */
    private static String withoutTail(String text) {
        int end = text.indexOf('\0') < 0 ? text.length() : text.indexOf('\0');
        while (end > 1 && (BLANKS + "\f").indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Splits as a shell would, roughly; a {@code #} at the start of a word ends the line. */
    static Parsed<List<String>> arguments(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '#') {
                break;
            } else {
                Word word = Word.startingAt(text, at);
                if (word.open()) {
                    return Parsed.bad("invalid quotes");
                }
                words.add(word.text());
                at = word.end();
            }
        }
        return Parsed.of(words);
    }

    /** One word, unquoted; {@code open} where its last quote is never closed. */
    private record Word(String text, int end, boolean open) {

        static Word startingAt(String line, int start) {
            StringBuilder word = new StringBuilder();
            char quote = 0;
            int at = start;
            for (; at < line.length(); at++) {
                char c = line.charAt(at);
                if (c == '\\' && escapes(line, at + 1, quote)) {
                    at++;
                    word.append(line.charAt(at));
                } else if (quote == 0 && (c == ' ' || c == '\t')) {
                    break;
                } else if (quote == 0 && (c == '"' || c == '\'')) {
                    quote = c;
                } else if (quote != 0 && c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            }
            return new Word(word.toString(), at, quote != 0);
        }

        private static boolean escapes(String line, int at, char quote) {
            if (at >= line.length()) {
                return false;
            }
            char c = line.charAt(at);
            return c == '\'' || c == '"' || c == '\\' || (quote == 0 && c == ' ');
        }
    }

    /** Takes words off the front, at white space, quotes or one {@code =}. */
    static final class Cursor {

        private String left;
        private boolean spent;

        Cursor(String text) {
            this.left = text;
        }

        /** Empty at the end, and where a quote is never closed. */
        Optional<String> next() {
            if (spent) {
                return Optional.empty();
            }
            int cut = indexOfAny(left, BLANKS + "\"=");
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

        private static int indexOfAny(String text, String wanted) {
            for (int i = 0; i < text.length(); i++) {
                if (wanted.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }
            return -1;
        }
    }
}
