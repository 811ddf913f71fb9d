package dev.rwtui.tui.canvas;

import java.util.ArrayList;
import java.util.List;

/** A sanitised line of text, measured in columns. */
public record Text(List<Grapheme> graphemes) {

    private static final String ELLIPSIS = "…";

    public Text {
        graphemes = List.copyOf(graphemes);
    }

    /** Anything, from anywhere; line ends become spaces. */
    public static Text of(String raw, Repertoire repertoire) {
        return new Text(Sanitizer.graphemes(raw, repertoire));
    }

    /** Columns that {@code raw} takes, the same in every repertoire but for wide characters. */
    public static int widthOf(String raw) {
        return of(raw, Repertoire.UNICODE).width();
    }

    /** In columns. */
    public int width() {
        return graphemes.stream().mapToInt(Grapheme::width).sum();
    }

    /** At most {@code columns} wide; an ellipsis stands for what does not fit. */
    public Text truncated(int columns, Repertoire repertoire) {
        if (width() <= columns) {
            return this;
        }
        if (columns <= 0) {
            return new Text(List.of());
        }
        List<Grapheme> kept = new ArrayList<>(graphemes.subList(0, fitting(0, columns - 1)));
        kept.addAll(Sanitizer.graphemes(ELLIPSIS, repertoire));
        return new Text(kept);
    }

    /**
     * Broken at spaces into lines of at most {@code columns}; a word that is wider than that is broken inside. A wide
     * character in a single column becomes {@code ?}.
     */
    public List<Text> wrapped(int columns) {
        List<Text> lines = new ArrayList<>();
        int from = skipSpaces(0);
        while (from < graphemes.size()) {
            int until = breakAfter(from, Math.max(1, columns));
            lines.add(until == from ? new Text(List.of(Grapheme.UNKNOWN)) : new Text(graphemes.subList(from, until)));
            from = skipSpaces(Math.max(until, from + (until == from ? 1 : 0)));
        }
        return lines;
    }

    private int breakAfter(int from, int columns) {
        int until = fitting(from, columns);
        if (until == graphemes.size() || graphemes.get(until).isSpace()) {
            return trimmed(from, until);
        }
        for (int i = until - 1; i > from; i--) {
            if (graphemes.get(i).isSpace()) {
                return trimmed(from, i);
            }
        }
        return until;
    }

    private int trimmed(int from, int until) {
        int end = until;
        while (end > from && graphemes.get(end - 1).isSpace()) {
            end--;
        }
        return end;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < graphemes.size() && graphemes.get(at).isSpace()) {
            at++;
        }
        return at;
    }

    /** The first index from {@code from} on that no longer fits into {@code columns}. */
    private int fitting(int from, int columns) {
        int left = columns;
        int at = from;
        while (at < graphemes.size() && graphemes.get(at).width() <= left) {
            left -= graphemes.get(at).width();
            at++;
        }
        return at;
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        graphemes.forEach(grapheme -> all.append(grapheme.text()));
        return all.toString();
    }
}
