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

    ConfigLine {
        arguments = List.copyOf(arguments);
    }

    /** Empty for a blank line or a comment; what is wrong where it cannot be split. */
    static Optional<Parsed<ConfigLine>> split(String text) {
        String line = withoutTail(text);
        int start = skipBlanks(line, 0);
        if (start == line.length() || line.charAt(start) == '#') {
            return Optional.empty();
        }
        return isWordCharacter(line.charAt(start)) ? plain(line, start) : unusual(line);
    }

    /** Almost every line there is: a bare word, then what it is about. */
    private static Optional<Parsed<ConfigLine>> plain(String line, int start) {
        int end = start;
        while (end < line.length() && isWordCharacter(line.charAt(end))) {
            end++;
        }
        if (end == line.length()) {
            return Optional.of(line(line.substring(start), ""));
        }
        char separator = line.charAt(end);
        if (separator != '=' && !isBlank(separator)) {
            return unusual(line);
        }
        int rest = skipBlanks(line, end + 1);
        if (separator != '=' && rest < line.length() && line.charAt(rest) == '=') {
            rest = skipBlanks(line, rest + 1);
        }
        return Optional.of(line(line.substring(start, end), line.substring(rest)));
    }

    private static Optional<Parsed<ConfigLine>> unusual(String line) {
        WordCursor cursor = new WordCursor(line);
        Optional<String> first = cursor.next();
        if (first.isPresent() && first.get().isEmpty()) {
            first = cursor.next();
        }
        if (first.isEmpty() || first.get().isEmpty() || first.get().charAt(0) == '#') {
            return Optional.empty();
        }
        return Optional.of(line(first.get(), cursor.rest()));
    }

    private static Parsed<ConfigLine> line(String word, String rest) {
        String keyword = word.toLowerCase(Locale.ROOT);
        if (rest.isEmpty()) {
            return Parsed.bad("no argument after keyword \"" + keyword + "\"");
        }
        Parsed<List<String>> arguments = arguments(rest);
        return arguments instanceof Parsed.Bad<List<String>> bad
                ? Parsed.bad(bad.why())
                : Parsed.of(new ConfigLine(keyword, rest, arguments.or(List.of())));
    }

    /** The rest of the line for keywords that take a command: further blanks and {@code =} in front are dropped. */
    String command() {
        int start = 0;
        while (start < rest.length() && (isBlank(rest.charAt(start)) || rest.charAt(start) == '=')) {
            start++;
        }
        return rest.substring(start);
    }

    /** White space and form feeds at the end do not count, nor does anything after a NUL byte. */
    private static String withoutTail(String text) {
        int nul = text.indexOf('\0');
        int end = nul < 0 ? text.length() : nul;
        while (end > 1 && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) == '\f')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Splits as a shell would, roughly; a {@code #} at the start of a word ends the line. */
    static Parsed<List<String>> arguments(String text) {
        if (isOneWord(text)) {
            return Parsed.of(List.of(text));
        }
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

    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '"' || c == '\'' || c == '\\' || c == '#') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
        return at;
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
}
