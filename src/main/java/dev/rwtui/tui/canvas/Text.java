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
     * Broken at spaces into lines of at most {@code columns}; a word that is wider than that is broken inside. Where that
     * leaves no line half empty, a number stays with its unit, and a path is broken after a slash. A wide character in a
     * single column becomes {@code ?}.
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
        if (until == graphemes.size()) {
            return trimmed(from, until);
        }
        int first = lastSpace(from, until);
        if (first < 0) {
            return afterSlash(from, until);
        }
        int before = followsNumber(first) ? lastSpace(from, first - 1) : first;
        return trimmed(from, before > from + (until - from) / 2 ? before : first);
    }

    /** The last space after {@code from} and not after {@code until}; negative where there is none. */
    private int lastSpace(int from, int until) {
        int at = until;
        while (at > from && !graphemes.get(at).isSpace()) {
            at--;
        }
        return at > from ? at : -1;
    }

    /** Whether what comes next may be its unit. */
    private boolean followsNumber(int space) {
        String before = graphemes.get(space - 1).text();
        return before.length() == 1 && Character.isDigit(before.charAt(0));
    }

    /** Beyond the middle, else at the end. */
    private int afterSlash(int from, int until) {
        for (int i = until - 1; i > from + (until - from) / 2; i--) {
            if (graphemes.get(i).text().equals("/")) {
                return i + 1;
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
