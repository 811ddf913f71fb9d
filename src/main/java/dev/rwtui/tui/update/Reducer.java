package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Asked;
import dev.rwtui.tui.model.Configuration;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pythons;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tui.model.Toast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each event makes of the state. */
public final class Reducer implements Event.Visitor<Step> {

    private final AppState state;

    private Reducer(AppState state) {
        this.state = state;
    }

    /**
     * One step. Beside its own wishes a step asks to look at the host that is shown now where that has changed, to read its
     * repository where that is in sight and nobody has, and for a
     * tick at the next instant at which a text on the screen changes by age. That instant may have passed: then the tick
     * is wanted at once, to learn the time.
     */
    public static Step step(AppState state, Event event) {
        Step taken = event.accept(new Reducer(state));
        Step step = new Step(Syncing.opened(taken.state()), taken.effects());
        List<Effect> more = new ArrayList<>();
        if (!step.state().screen().selected().equals(state.screen().selected())) {
            more.add(new Effect.Look(step.state().screen().selected()));
        }
        Optional<HostAlias> watched = watched(step.state());
        if (!watched.equals(watched(state))) {
            more.add(new Effect.WatchMachine(watched));
        }
        Optional<HostAlias> unread = Syncing.unread(step.state());
        if (!unread.equals(Syncing.unread(state))) {
            unread.map(SyncAsk.Read::new).map(Effect.AskSync::new).ifPresent(more::add);
        }
        Optional<Instant> before = event instanceof Event.Ticked ? Optional.empty() : Wakes.next(state);
        Wakes.next(step.state())
                .filter(when -> !Optional.of(when).equals(before))
                .map(Effect.WakeAt::new)
                .ifPresent(more::add);
        return step.and(more);
    }

    /** Whose facts fill the screen. */
    private static Optional<HostAlias> watched(AppState state) {
        return state.screen()
                .overlay()
                .filter(Overlay.MachineView.class::isInstance)
                .map(overlay -> ((Overlay.MachineView) overlay).host());
    }

    @Override
    public Step keyPressed(Event.KeyPressed e) {
        return Keys.pressed(state, e.key());
    }

    @Override
    public Step pasted(Event.Pasted e) {
        return Step.of(Keys.typed(state, e.text()));
    }

    @Override
    public Step answerTyped(Event.AnswerTyped e) {
        Asked.Typed typed = new Asked.Typed(e.length(), e.shown());
        return Step.of(state.asking(state.questions().stream()
                .map(asked -> asked.question().id() == e.question() ? asked.typing(e.field(), typed) : asked)
                .toList()));
    }

    @Override
    public Step answerEntered(Event.AnswerEntered e) {
        return Questions.isWaiting(state, e.question())
                ? Step.of(Questions.without(state, e.question()), new Effect.SendTyped(e.question()))
                : Step.of(state);
    }

    @Override
    public Step resized(Event.Resized e) {
        return Step.of(state.resized(e.columns(), e.rows()));
    }

    @Override
    public Step ticked(Event.Ticked e) {
        boolean due = Wakes.next(state).filter(when -> !when.isAfter(e.now())).isPresent();
        boolean clockWentBack = e.now().isBefore(state.now());
        return due || clockWentBack ? Step.of(Ageing.to(e.now(), state)) : Step.of(state);
    }

    @Override
    public Step configurationRead(Event.ConfigurationRead e) {
        if (e.revision() <= state.facts().configuration().revision()) {
            return Step.of(state);
        }
        Configuration read = new Configuration(e.revision(), e.files(), e.hosts(), e.problems(), e.patterns());
        AppState next = Selection.afterReading(state, read);
        Optional<HostSummary> arrived = Commanding.arrived(state, next);
        if (arrived.isPresent()) {
            return Step.of(Selection.showing(next, arrived.get()));
        }
        boolean again = state.facts().configuration().isRead();
        String hosts = e.hosts().size() + (e.hosts().size() == 1 ? " host" : " hosts");
        return Step.of(again ? Keys.telling(next, Event.Severity.INFO, "configuration read: " + hosts) : next);
    }

    @Override
    public Step linkChanged(Event.LinkChanged e) {
        if (!state.facts().isNews(e)) {
            return Step.of(state);
        }
        AppState next = Ageing.to(e.now(), Wishes.answered(state, e.host()))
                .with(state.facts().with(e));
        boolean shown = state.screen().selected().equals(Optional.of(e.host()));
        return Step.of(shown ? next : Alarms.about(next, state.link(e.host()), e));
    }

    @Override
    public Step tunnelChanged(Event.TunnelChanged e) {
        if (!state.facts().isNews(e)) {
            return Step.of(state);
        }
        AppState next = Ageing.to(e.now(), Wishes.answered(state, e.status().id()));
        return Step.of(next.with(state.facts().with(e)));
    }

    @Override
    public Step settingsChanged(Event.SettingsChanged e) {
        if (!state.facts().isNews(e)) {
            return Step.of(state);
        }
        AppState next = state.with(state.facts().with(e));
        boolean shown = state.screen().selected().equals(Optional.of(e.host()));
        boolean news = !e.changes().isEmpty() && state.facts().changes(e.host()).isEmpty();
        return Step.of(
                news && !shown
                        ? Keys.telling(next, Event.Severity.INFO, e.host() + ": its settings have changed")
                        : next);
    }

    @Override
    public Step environmentsFound(Event.EnvironmentsFound e) {
        Pythons known = state.facts().pythons();
        return known.isNews(e)
                ? Step.of(Ageing.to(e.now(), state).with(state.facts().with(known.with(e))))
                : Step.of(state);
    }

    @Override
    public Step environmentsCompared(Event.EnvironmentsCompared e) {
        return Step.of(Ageing.to(e.now(), Pythonic.compared(state, e)));
    }

    @Override
    public Step machineAsked(Event.MachineAsked e) {
        return state.facts().isNews(e)
                ? Step.of(Ageing.to(e.now(), state).with(state.facts().with(e)))
                : Step.of(state);
    }

    @Override
    public Step repositoryRead(Event.RepositoryRead e) {
        return Step.of(state.with(state.facts().with(e)));
    }

    @Override
    public Step mappingRead(Event.MappingRead e) {
        return Step.of(Pythonic.mapped(state, e));
    }

    @Override
    public Step packagesListed(Event.PackagesListed e) {
        Pythons known = state.facts().pythons();
        return Step.of(known.isNews(e) ? state.with(state.facts().with(known.with(e))) : state);
    }

    @Override
    public Step syncTold(Event.SyncTold e) {
        return Step.of(Syncing.told(state, e));
    }

    @Override
    public Step questionAsked(Event.QuestionAsked e) {
        if (Questions.isWaiting(state, e.question().id())) {
            return Step.of(state);
        }
        List<Asked> all = new ArrayList<>(state.questions());
        all.add(Asked.of(e.question(), e.now()));
        return Step.of(Ageing.to(e.now(), state).asking(all));
    }

    @Override
    public Step questionWithdrawn(Event.QuestionWithdrawn e) {
        if (!Questions.isWaiting(state, e.id())) {
            return Step.of(state);
        }
        AppState without = Questions.without(state, e.id());
        return Step.of(
                e.why().isBlank()
                        ? without
                        : Keys.telling(without, Event.Severity.WARNING, "the question was withdrawn: " + e.why()));
    }

    @Override
    public Step logged(Event.Logged e) {
        return Step.of(Scrolling.keepingPlace(state.with(state.facts().with(e.line()))));
    }

    @Override
    public Step copied(Event.Copied e) {
        long lines = e.what().strip().lines().count();
        String what = lines > 1 ? lines + " lines" : e.what().strip();
        boolean address = what.indexOf('/') < 0 && what.indexOf(':') >= 0;
        String kind = address ? ", an address and not a web page" : "";
        String text = "copied " + what + kind + " (" + e.how() + ")";
        return Step.of(telling(e.now(), Event.Severity.INFO, text));
    }

    @Override
    public Step effectFailed(Event.EffectFailed e) {
        return Step.of(Pythonic.forgetting(telling(e.now(), Event.Severity.ERROR, e.what() + " failed: " + e.why())));
    }

    @Override
    public Step shellEnded(Event.ShellEnded e) {
        AppState told = telling(e.now(), e.severity(), e.how());
        return Step.of(told.with(told.screen().withoutShell()));
    }

    private AppState telling(Instant now, Event.Severity severity, String text) {
        AppState aged = Ageing.to(now, state);
        return aged.with(aged.screen().with(Toast.of(severity, text).from(now)));
    }

    /** What a person should hear of a host that is not shown. */
    private static final class Alarms {

        private static AppState about(AppState state, Link before, Event.LinkChanged e) {
            if (e.link() instanceof Link.Failed failed && failed.cause().kind() != Failure.Kind.CANCELLED) {
                return tell(state, Event.Severity.ERROR, e, failed.cause());
            }
            return before instanceof Link.Up && e.link() instanceof Link.Retrying retrying
                    ? tell(state, Event.Severity.WARNING, e, retrying.cause())
                    : state;
        }

        private static AppState tell(AppState state, Event.Severity severity, Event.LinkChanged e, Failure cause) {
            String hop = cause.hop().equals(e.host()) ? "" : cause.hop() + ": ";
            Toast toast =
                    Toast.of(severity, e.host() + ": " + hop + cause.why()).from(e.now());
            return state.with(state.screen().with(toast));
        }
    }
}
