package dev.rwtui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a text in git-config syntax apart; git-config(1), Syntax, and where that leaves it open, git's config.c. */
final class ConfigScanner {

    /** The byte order mark of UTF-8, one character per byte. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final Path file;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int position;
    private int line = 1;
    private String prefix = "";

    private ConfigScanner(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @param text one character per byte */
    static List<Piece> pieces(Path file, String text) throws ConfigException {
        return new ConfigScanner(file, text).scan();
    }

    private List<Piece> scan() throws ConfigException {
        if (text.startsWith(MARK)) {
            position = MARK.length();
        }
        while (!atEnd()) {
            char c = text.charAt(position);
            if (isSpace(c)) {
                line += c == '\n' ? 1 : 0;
                position++;
            } else if (isComment(c)) {
                skipComment();
            } else if (c == '[') {
                header();
            } else if (isLetter(c)) {
                assignment();
            } else {
                throw fault("neither a section in brackets, nor name = value, nor a comment");
            }
        }
        return List.copyOf(pieces);
    }

    private void header() throws ConfigException {
        int start = position++;
        StringBuilder section = new StringBuilder();
        while (!atEnd() && (isOfName(text.charAt(position)) || text.charAt(position) == '.')) {
            section.append(text.charAt(position++));
        }
        prefix = section.toString().toLowerCase(Locale.ROOT);
        if (!atEnd() && isBlank(text.charAt(position))) {
            prefix += "." + subsection();
        }
        if (atEnd() || prefix.isEmpty() || text.charAt(position) != ']') {
            throw fault("a section is written [name] or [name \"subsection\"]");
        }
        pieces.add(new Piece.Header(prefix, start, ++position));
    }

    private String subsection() throws ConfigException {
        skipBlanks();
        if (atEnd() || text.charAt(position) != '"') {
            throw fault("the subsection of a section is written in quotes");
        }
        StringBuilder name = new StringBuilder();
        for (position++; !atEnd() && text.charAt(position) != '"'; position++) {
            if (text.charAt(position) == '\\') {
                position++;
            }
            if (atEnd() || text.charAt(position) == '\n') {
                throw fault("the subsection has no closing quote");
            }
            name.append(text.charAt(position));
        }
        if (atEnd()) {
            throw fault("the subsection has no closing quote");
        }
        position++;
        return Bytes.decoded(name.toString());
    }

    private void assignment() throws ConfigException {
        int start = position;
        int begun = line;
        while (!atEnd() && isOfName(text.charAt(position))) {
            position++;
        }
        String name = text.substring(start, position).toLowerCase(Locale.ROOT);
        int nameEnd = position;
        skipBlanks();
        if (atEnd() || isLineEnd()) {
            pieces.add(new Piece.Assignment(prefix, name, Optional.empty(), start, nameEnd, nameEnd, position, begun));
        } else if (text.charAt(position) == '=') {
            position++;
            Value value = new Value();
            value.read();
            Optional<String> decoded = Optional.of(Bytes.decoded(value.characters.toString()));
            pieces.add(new Piece.Assignment(prefix, name, decoded, start, value.start, value.end, position, begun));
        } else {
            throw fault("there is no = after " + name);
        }
    }

    /** What follows an equals sign. */
    private final class Value {
        final StringBuilder characters = new StringBuilder();
        private final StringBuilder blanks = new StringBuilder();
        private boolean quoted;
        int start = position;
        int end = position;

        void read() throws ConfigException {
            int begun = line;
            while (!atEnd() && !isLineEnd()) {
                char c = text.charAt(position);
                if (!quoted && isSpace(c)) {
                    blanks.append(c);
                    position++;
                } else if (!quoted && isComment(c)) {
                    skipComment();
                } else {
                    take(c);
                }
            }
            if (quoted) {
                throw ConfigException.malformed(file, begun, "a quote is not closed in its line");
            }
        }

        private void take(char c) throws ConfigException {
            if (start == end) {
                start = position;
            }
            if (characters.length() > 0) {
                characters.append(blanks);
            }
            blanks.setLength(0);
            position++;
            if (c == '\\') {
                escape();
            } else if (c == '"') {
                quoted = !quoted;
            } else {
                characters.append(c);
            }
            end = position;
        }

        private void escape() throws ConfigException {
            if (atEnd()) {
                return;
            }
            if (isLineEnd()) {
                position += text.charAt(position) == '\r' ? 2 : 1;
                line++;
                return;
            }
            char c = text.charAt(position++);
            int known = "tbn\\\"".indexOf(c);
            if (known < 0) {
                throw fault("after a backslash stands none of t, b, n, \\ and \"");
            }
            characters.append("\t\b\n\\\"".charAt(known));
        }
    }

    private void skipBlanks() {
        while (!atEnd() && isBlank(text.charAt(position)) && !isLineEnd()) {
            position++;
        }
    }

    private void skipComment() {
        while (!atEnd() && !isLineEnd()) {
            position++;
        }
    }

    private boolean atEnd() {
        return position >= text.length();
    }

    private boolean isLineEnd() {
        return text.charAt(position) == '\n' || text.startsWith("\r\n", position);
    }

    private ConfigException fault(String why) {
        return ConfigException.malformed(file, line, why);
    }

    private static boolean isSpace(char c) {
        return c == '\n' || isBlank(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isComment(char c) {
        return c == '#' || c == ';';
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
