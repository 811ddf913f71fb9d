package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;
import java.util.ArrayList;
import java.util.List;

/** Lines of text, wrapped to a width before it is known how many of them there is room for. */
final class Paper {

    private static final int LABELS = 10;

    private final Region measure;
    private final int width;
    private final List<List<Piece>> lines = new ArrayList<>();

    /** As wide as {@code place}. */
    Paper(Region place) {
        this.measure = place;
        this.width = place.width();
    }

    int size() {
        return lines.size();
    }

    Paper blank() {
        lines.add(List.of());
        return this;
    }

    /** A paragraph; nothing for an empty text. */
    Paper say(String text, Ink ink) {
        return hanging(new Piece(0, measure.measured(""), ink), 0, text, ink);
    }

    /** A paragraph with a sign before it. */
    Paper say(String sign, String text, Ink ink) {
        return hanging(new Piece(0, measure.measured(sign), ink), 2, text, ink);
    }

    /** A value with what it is at its left. */
    Paper field(String label, String value, Ink ink) {
        return hanging(new Piece(0, measure.measured(label), Ink.FAINT), LABELS, value, ink);
    }

    /** One line, cut at the edge. */
    Paper line(Span... spans) {
        List<Piece> pieces = new ArrayList<>();
        int column = 0;
        for (Span span : spans) {
            Text text = measure.truncated(span.text(), width - column);
            pieces.add(new Piece(column, text, span.ink()));
            column += text.width();
        }
        lines.add(pieces);
        return this;
    }

    /** Leaves out what is beyond the first {@code most} lines. */
    Paper atMost(int most) {
        while (lines.size() > Math.max(0, most)) {
            lines.remove(lines.size() - 1);
        }
        return this;
    }

    /** As many lines as {@code place} has rows. */
    void draw(Region place, Backdrop backdrop) {
        for (int row = 0; row < Math.min(lines.size(), place.height()); row++) {
            for (Piece piece : lines.get(row)) {
                place.text(row, piece.column(), piece.text(), new Style(piece.ink(), backdrop));
            }
        }
    }

    private Paper hanging(Piece head, int indent, String text, Ink ink) {
        boolean first = true;
        for (Text line : measure.measured(text).wrapped(width - indent)) {
            Piece body = new Piece(indent, line, ink);
            lines.add(first ? List.of(head, body) : List.of(body));
            first = false;
        }
        return this;
    }

    /** Some text and what it means. */
    record Span(String text, Ink ink) {}

    private record Piece(int column, Text text, Ink ink) {}
}
