package dev.rwtui.tui.view;

import dev.rwtui.ssh.model.Question;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Asked;
import java.time.Duration;

/** A question of a server, or about one. */
final class QuestionView {

    /** More characters than this all look the same. */
    private static final int MASK_AT_MOST = 24;

    private static final int ROWS_BESIDE_INSTRUCTION = 11;

    private final AppState state;
    private final Region all;
    private final Asked asked;
    private final Paper paper;

    private QuestionView(AppState state, Region all) {
        this.state = state;
        this.all = all;
        this.asked = state.questions().get(0);
        this.paper = new Paper(Modal.measure(all));
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
        int first = paper.size();
        for (int i = 0; i < ask.fields().size(); i++) {
            field(ask.fields().get(i), asked.typed().get(i), i == asked.field() ? Ink.STRONG : Ink.FAINT);
        }
        paper.blank();
        deadline();
        Region inside = draw(ask.title().isBlank() ? "Answer needed" : ask.title());
        if (!ask.fields().isEmpty()) {
            Question.Field at = ask.fields().get(asked.field());
            int column = Text.widthOf(label(at))
                    + Text.widthOf(shown(at, asked.typed().get(asked.field())));
            inside.showCursor(Math.min(inside.width() - 1, column), first + asked.field());
        }
    }

    private void field(Question.Field field, Asked.Typed typed, Ink ink) {
        paper.line(new Paper.Span(label(field), ink), new Paper.Span(shown(field, typed), Ink.NORMAL));
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
