package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.Question;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Position;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Asked;
import java.time.Duration;
import java.util.Optional;

/** A question of a server, or about one. */
final class QuestionView {

    /** More characters than this all look the same. */
    private static final int MASK_AT_MOST = 24;

    private static final int ROWS_BESIDE_INSTRUCTION = 11;

    private final AppState state;
    private final Region all;
    private final Asked asked;
    private final Region place;
    private final Paper paper;

    private QuestionView(AppState state, Region all) {
        this.state = state;
        this.all = all;
        this.asked = state.questions().get(0);
        this.place = Modal.measure(all);
        this.paper = new Paper(place);
    }

    static void draw(AppState state, Region all) {
        QuestionView view = new QuestionView(state, all);
        if (view.asked.question().ask() instanceof Question.UnknownHostKey key) {
            view.hostKey(key);
        } else if (view.asked.question().ask() instanceof Question.Fields fields) {
            view.fields(fields);
        }
    }

    private void fields(Question.Fields ask) {
        way("asks");
        paper.say(ask.instruction(), Ink.NORMAL).atMost(Math.max(1, all.height() - ROWS_BESIDE_INSTRUCTION));
        paper.blank();
        Optional<Position> cursor = Optional.empty();
        for (int i = 0; i < ask.fields().size(); i++) {
            boolean atWork = i == asked.field();
            int end = field(ask.fields().get(i), asked.typed().get(i), atWork ? Ink.STRONG : Ink.FAINT);
            cursor = atWork ? Optional.of(new Position(end, paper.size() - 1)) : cursor;
        }
        paper.blank();
        deadline();
        Region inside = draw(ask.title().isBlank() ? "Answer needed" : ask.title());
        cursor.ifPresent(at -> inside.showCursor(at.column(), at.row()));
    }

    /** On one line where label and answer fit; returns the column after what was typed. */
    private int field(Question.Field field, Asked.Typed typed, Ink ink) {
        String label = label(field);
        if (Text.widthOf(label) + MASK_AT_MOST >= place.width()) {
            paper.say(label, ink);
            label = "> ";
        }
        String shown = lastOf(shown(field, typed), place.width() - Text.widthOf(label) - 1);
        paper.line(new Paper.Span(label, ink), new Paper.Span(shown, Ink.NORMAL));
        return Text.widthOf(label + shown);
    }

    /** The end of what is typed is where a person looks. */
    private static String lastOf(String typed, int columns) {
        String rest = typed;
        while (Text.widthOf(rest) > columns) {
            rest = rest.substring(rest.offsetByCodePoints(0, 1));
        }
        return rest;
    }

    private static String label(Question.Field field) {
        String label = field.label().strip();
        return label.isEmpty() ? "> " : label + " ";
    }

    private static String shown(Question.Field field, Asked.Typed typed) {
        return switch (field.echo()) {
            case SHOWN -> typed.shown();
            case HIDDEN -> "•".repeat(Math.min(MASK_AT_MOST, typed.length()));
        };
    }

    private void hostKey(Question.UnknownHostKey key) {
        way("shows an unknown key");
        paper.blank().say("For " + key.address() + ":", Ink.NORMAL);
        paper.say(key.type(), Ink.STRONG).say(key.fingerprint(), Ink.STRONG).blank();
        paper.say("Compare it with one you got from somebody you trust.", Ink.NORMAL);
        paper.say(
                key.file()
                        .map(file -> "Accepting records it in " + file + ".")
                        .orElse("Accepting counts for this time only: there is no file to record it in."),
                Ink.NORMAL);
        paper.blank();
        deadline();
        paper.blank()
                .line(
                        new Paper.Span("n", Ink.KEY),
                        new Paper.Span(" refuse (default)   ", Ink.STRONG),
                        new Paper.Span("y", Ink.KEY),
                        new Paper.Span(" accept", Ink.NORMAL));
        draw("Unknown host key");
    }

    private void way(String verb) {
        Question question = asked.question();
        boolean same = question.hop().equals(question.host());
        paper.line(
                new Paper.Span(question.hop().value(), Ink.STRONG),
                new Paper.Span(same ? " " + verb : " " + verb + ", on the way to ", Ink.NORMAL),
                new Paper.Span(same ? "" : question.host().value(), Ink.STRONG));
    }

    private void deadline() {
        Duration left = Ages.until(asked.deadline(), state.now());
        paper.say(patience(left), Ink.FAINT);
    }

    private static String patience(Duration left) {
        if (left.isZero()) {
            return "The server may have hung up by now.";
        }
        String time = left.compareTo(Ages.MINUTE) <= 0 ? "less than a minute" : "about " + Ages.left(left);
        return "The server hangs up in " + time + ".";
    }

    private Region draw(String title) {
        int waiting = state.questions().size();
        Region inside = Modal.open(all, waiting == 1 ? title : title + " (1 of " + waiting + ")", paper.size());
        paper.draw(inside, Backdrop.MODAL);
        return inside;
    }
}
