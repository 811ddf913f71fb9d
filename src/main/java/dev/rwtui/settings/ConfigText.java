package dev.rwtui.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole of a file in git-config syntax. A change touches the bytes of one value, and keeps all others: comments, order,
 * spelling, line ends, what is no UTF-8. Immutable.
 */
public final class ConfigText {

    private final Path file;
    private final String text;
    private final List<Piece> pieces;

    private ConfigText(Path file, String text) throws ConfigException {
        this.file = file;
        this.text = text;
        this.pieces = ConfigScanner.pieces(file, text);
    }

    /**
     * @param file for messages
     * @throws ConfigException where git would refuse it
     */
    public static ConfigText parse(Path file, byte[] bytes) throws ConfigException {
        return new ConfigText(file, Bytes.asCharacters(bytes));
    }

    public byte[] bytes() {
        return Bytes.of(text);
    }

    /** In the order of the file. What it includes is not among them. */
    public List<ConfigEntry> entries() {
        return assignments()
                .map(a -> new ConfigEntry(a.prefix(), a.name(), a.value(), file, a.line()))
                .toList();
    }

    /**
     * With one value for a key: in place of the last one, without any before it; otherwise at the end of its section, or in
     * a new section at the end.
     *
     * @throws ConfigException where the syntax has no way to write it
     */
    public ConfigText with(ConfigKey key, String value) throws ConfigException {
        refuseUnstorable(key, value);
        List<Piece.Assignment> same = assigning(key);
        if (same.isEmpty()) {
            return inserted(key, value);
        }
        Piece.Assignment last = same.get(same.size() - 1);
        String separator = last.value().isEmpty() ? " = " : last.valueStart() == last.valueEnd() ? " " : "";
        String changed =
                text.substring(0, last.valueStart()) + separator + written(value) + text.substring(last.valueEnd());
        return new ConfigText(file, cut(changed, same.subList(0, same.size() - 1)));
    }

    /** Without any value for a key, nor the header of its section where nothing but blank lines would be left of it. */
    public ConfigText without(ConfigKey key) throws ConfigException {
        List<Piece.Assignment> same = assigning(key);
        return same.isEmpty() ? this : new ConfigText(file, cut(text, same)).withoutBareHeaders(key.prefix());
    }

    private Stream<Piece.Assignment> assignments() {
        return pieces.stream().filter(Piece.Assignment.class::isInstance).map(Piece.Assignment.class::cast);
    }

    private List<Piece.Assignment> assigning(ConfigKey key) {
        return assignments()
                .filter(a -> a.prefix().equals(key.prefix()) && a.name().equalsIgnoreCase(key.name()))
                .toList();
    }

    private ConfigText inserted(ConfigKey key, String value) throws ConfigException {
        String line = "\t" + key.name() + " = " + written(value) + lineEnd();
        Optional<Piece> last = pieces.stream()
                .filter(piece -> piece.prefix().equals(key.prefix()))
                .reduce((one, next) -> next);
        if (last.isEmpty()) {
            return new ConfigText(file, text + opening(text.length()) + header(key) + lineEnd() + line);
        }
        int at = afterLine(last.get());
        return new ConfigText(file, text.substring(0, at) + opening(at) + line + text.substring(at));
    }

    /** The start of the next line; where the header of another section follows in the same line, the end of the piece. */
    private int afterLine(Piece piece) {
        int blank = piece.end();
        while (blank < text.length() && " \t\r".indexOf(text.charAt(blank)) >= 0) {
            blank++;
        }
        boolean goesOn = blank < text.length() && "\n#;".indexOf(text.charAt(blank)) < 0;
        return goesOn ? piece.end() : endOfLine(blank);
    }

    /** What has to come before a new line at an offset, so that it is one. A last backslash would go on in it. */
    private String opening(int at) {
        String before = text.substring(0, at);
        return before.isEmpty() || before.endsWith("\n")
                ? ""
                : before.endsWith("\\") ? lineEnd() + lineEnd() : lineEnd();
    }

    private ConfigText withoutBareHeaders(String prefix) throws ConfigException {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i) instanceof Piece.Header header && header.prefix().equals(prefix)) {
                int next = i + 1 < pieces.size() ? pieces.get(i + 1).start() : text.length();
                boolean last = i + 1 == pieces.size() || pieces.get(i + 1) instanceof Piece.Header;
                int lineStart = startOfLine(header.start());
                boolean alone = text.substring(lineStart, header.start()).isBlank()
                        && endOfLine(header.end()) <= next
                        && text.substring(header.end(), next).isBlank();
                if (last && alone) {
                    String rest = text.substring(0, lineStart) + text.substring(endOfLine(header.end()));
                    return new ConfigText(file, rest).withoutBareHeaders(prefix);
                }
            }
        }
        return this;
    }

    /** Takes lines out that stand before any change; what stands in the line of a header leaves that alone. */
    private String cut(String changed, List<Piece.Assignment> some) {
        StringBuilder rest = new StringBuilder(changed);
        for (int i = some.size() - 1; i >= 0; i--) {
            Piece.Assignment piece = some.get(i);
            int lineStart = startOfLine(piece.start());
            boolean alone = text.substring(lineStart, piece.start()).isBlank();
            rest.delete(alone ? lineStart : piece.start(), alone ? endOfLine(piece.end()) : piece.end());
        }
        return rest.toString();
    }

    private int startOfLine(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** After the line's end. */
    private int endOfLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    private String lineEnd() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }

    private static String header(ConfigKey key) {
        return "[" + key.section()
                + key.subsection()
                        .map(name ->
                                " \"" + Bytes.encoded(name.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"")
                        .orElse("")
                + "]";
    }

    /** Quoted wherever git of any age would read it otherwise. */
    private static String written(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\b", "\\b");
        boolean bare = !value.isEmpty()
                && value.strip().length() == value.length()
                && value.chars().noneMatch(c -> c == '#' || c == ';' || c < ' ');
        return Bytes.encoded(bare ? escaped : "\"" + escaped + "\"");
    }

    private void refuseUnstorable(ConfigKey key, String value) throws ConfigException {
        String subsection = key.subsection().orElse("");
        boolean storable = value.indexOf('\0') < 0
                && subsection.chars().noneMatch(c -> c == '\n' || c == '\0')
                && StandardCharsets.UTF_8.newEncoder().canEncode(subsection + value);
        if (!storable) {
            throw new ConfigException(
                    ConfigException.Kind.UNSTORABLE,
                    file + ": a value with a NUL or with bytes that are no UTF-8, or a name with a line end, cannot be"
                            + " written in git's syntax: " + key.section() + "." + key.name());
        }
    }
}
