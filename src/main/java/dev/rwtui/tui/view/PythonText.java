package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Code;
import dev.rwtui.tui.model.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that is known of the marked environment, and of python on its host. */
final class PythonText {

    private final AppState state;
    private final Paper paper;

    private PythonText(AppState state, Paper paper) {
        this.state = state;
        this.paper = paper;
    }

    static Paper of(AppState state, Region place) {
        Paper paper = new Paper(place);
        PythonText text = new PythonText(state, paper);
        state.markedEnvironment().ifPresent(text::interpreter);
        text.code();
        state.markedEnvironment().ifPresent(text::environment);
        state.shownSurvey().ifPresent(text::survey);
        return paper;
    }

    /** Where the repository is there; where nobody has said so, what could be it. */
    private void code() {
        Code code = state.facts().code();
        code.failure().ifPresent(why -> paper.say("⚠", why, Ink.WARNING));
        Optional<String> root = code.repository().flatMap(RepositoryFacts::root);
        Optional<HostAlias> host = state.screen().selected();
        if (root.isEmpty() || host.isEmpty()) {
            return;
        }
        Optional<String> path = code.mapping(host.get()).path();
        if (path.isPresent()) {
            paper.field("Code", path.get() + " there, " + root.get() + " here", Ink.NORMAL);
            return;
        }
        List<String> clones = state.shownSurvey().map(Survey::clones).orElse(List.of());
        paper.field(
                "Code",
                clones.isEmpty()
                        ? root.get() + " is mapped to nothing on " + host.get() + ": m maps it"
                        : "a clone is in " + String.join(", ", clones) + ": m maps it",
                Ink.NORMAL);
    }

    /** What the title names comes first, where there is room for little. */
    private void interpreter(Environment environment) {
        environment.fault().ifPresent(why -> paper.field("Broken", why, Ink.BAD));
        paper.field("Python", environment.interpreter().orElse("none in it"), Ink.STRONG);
    }

    private void environment(Environment environment) {
        paper.field("Prefix", environment.prefix(), Ink.NORMAL);
        environment.project().ifPresent(project -> paper.field("Project", project, Ink.NORMAL));
        environment.activation().ifPresent(line -> paper.field("Activate", line, Ink.NORMAL));
        paper.field("Has", contents(environment), Ink.NORMAL);
        if (!environment.kernels().isEmpty()) {
            paper.field("Kernels", String.join(", ", environment.kernels()), Ink.NORMAL);
        }
    }

    private String contents(Environment environment) {
        String libraries = environment.libraries().stream()
                .map(library -> ", " + library.name() + " " + library.version())
                .collect(Collectors.joining());
        String changed = environment
                .changed()
                .map(when -> "; last changed " + Clock.day(when, state.client().zone()))
                .orElse("");
        return Words.count(environment.packages(), "package") + libraries + changed;
    }

    private void survey(Survey survey) {
        for (String word : List.of("python", "python3")) {
            meaning(survey, word);
        }
        // Until it ends, what has not ended yet is no reason for a warning.
        if (survey.stage() != Survey.Stage.RUNNING) {
            survey.unfinished().forEach(part -> paper.say("⚠", part.part() + ": " + part.why(), Ink.WARNING));
        }
        survey.failure().ifPresent(why -> paper.say("✕", why, Ink.BAD));
    }

    /** One line where both shells agree. */
    private void meaning(Survey survey, String word) {
        Optional<Meaning> bare = of(survey, Meaning.Shell.BARE, word);
        Optional<Meaning> login = of(survey, Meaning.Shell.LOGIN, word);
        if (bare.isPresent()
                && login.isPresent()
                && bare.get().answer().equals(login.get().answer())) {
            paper.field(word, answer(bare.get()), Ink.NORMAL);
            return;
        }
        bare.ifPresent(one -> paper.field(word, answer(one) + "  for ssh " + host() + " " + word, Ink.NORMAL));
        login.ifPresent(one -> paper.field(word, answer(one) + "  in a login shell", Ink.NORMAL));
    }

    private static Optional<Meaning> of(Survey survey, Meaning.Shell shell, String word) {
        return survey.meanings().stream()
                .filter(meaning -> meaning.shell() == shell && meaning.word().equals(word))
                .findFirst();
    }

    private static String answer(Meaning meaning) {
        return meaning.answer().orElse("not found");
    }

    private String host() {
        return state.shown().map(host -> host.alias().value()).orElse("");
    }
}
