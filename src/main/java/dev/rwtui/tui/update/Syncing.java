package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Awaited;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.SyncAsk;
import dev.rwtui.tui.model.SyncNews;
import dev.rwtui.tui.model.SyncPages;
import dev.rwtui.tui.model.Syncs;
import java.util.Optional;
import java.util.function.Function;

/** What the keys about the repository on a host do, and what becomes of the answers. */
final class Syncing {

    private Syncing() {}

    static Step plan(AppState state) {
        return onHost(state, host -> plan(state, host, SyncWish.PLAIN));
    }

    private static Step plan(AppState state, HostAlias host, SyncWish wish) {
        return Step.of(
                awaiting(state, host, Awaited.Kind.PLAN, Optional.of(wish)), asking(new SyncAsk.Plan(host, wish)));
    }

    static Step undo(AppState state) {
        return onHost(state, host -> undo(state, host, Optional.empty()));
    }

    static Step undo(AppState state, HostAlias host, Optional<String> backup) {
        return Step.of(
                awaiting(state, host, Awaited.Kind.PLAN, Optional.empty()), asking(new SyncAsk.PlanUndo(host, backup)));
    }

    static Step keepCommits(AppState state) {
        return plannedAnew(state, SyncWish.Commits.KEEP_ON_BRANCH);
    }

    static Step pushCommits(AppState state) {
        return plannedAnew(state, SyncWish.Commits.PUSH);
    }

    private static Step plannedAnew(AppState state, SyncWish.Commits commits) {
        return on(
                state,
                Overlay.Plan.class,
                shown -> shown.wish()
                        .map(wish -> plan(state, shown.host(), new SyncWish(commits, wish.source())))
                        .orElseGet(() -> Step.of(state)));
    }

    /** The same again, with the commits of the branch here. */
    static Step bring(AppState state) {
        return on(
                state,
                Overlay.SyncFailed.class,
                failed -> failed.wish()
                        .map(wish -> plan(state, failed.host(), new SyncWish(wish.commits(), SyncWish.Source.HERE)))
                        .orElseGet(() -> Step.of(state)));
    }

    static Step carryOut(AppState state) {
        return on(
                state,
                Overlay.Plan.class,
                shown -> Step.of(
                        awaiting(state, shown.host(), Awaited.Kind.END, Optional.empty()),
                        asking(new SyncAsk.CarryOut(shown.host(), shown.plan().id()))));
    }

    /** What is awaited is no longer waited for; what has begun to change files goes on there and still says how it ended. */
    static Step cancel(AppState state) {
        return onHost(state, host -> {
            boolean plans = state.screen()
                    .awaited()
                    .filter(awaited -> awaited.kind() == Awaited.Kind.PLAN)
                    .isPresent();
            AppState told = Keys.telling(state, Event.Severity.INFO, "cancelling what is done on " + host);
            return Step.of(plans ? told.with(told.screen().awaitingNothing()) : told, asking(new SyncAsk.Cancel(host)));
        });
    }

    static Step read(AppState state) {
        return onHost(
                state,
                host -> Step.of(
                        Keys.telling(state, Event.Severity.INFO, "reading the code on " + host),
                        asking(new SyncAsk.Read(host))));
    }

    static Step differences(AppState state) {
        return onHost(state, host -> Step.of(showing(state, new Overlay.Differences(host, 0))));
    }

    /** Asks first. The path is the one that was mapped. */
    static Step makeClone(AppState state) {
        return onHost(state, host -> {
            Optional<String> url = state.facts()
                    .code()
                    .repository()
                    .flatMap(RepositoryFacts::first)
                    .map(remote -> remote.shown());
            Optional<String> path = state.facts().code().mapping(host).path();
            return url.flatMap(from -> path.map(to -> new Overlay.ConfirmClone(host, from, to)))
                    .map(question -> Step.of(showing(focused(state), question)))
                    .orElseGet(() -> Step.of(Keys.telling(
                            state, Event.Severity.WARNING, "nobody has said where on " + host + ": m maps it")));
        });
    }

    static Step confirmed(AppState state) {
        return on(state, Overlay.Confirmation.class, question -> Step.of(left(state), asking(question.ask())));
    }

    /** What lies under the overlay: the list of backups where it came from there. */
    static AppState left(AppState state) {
        Overlay over = state.screen().overlay().orElse(new Overlay.ConfirmQuit());
        if (over instanceof Overlay.BackupText text) {
            return showing(state, new Overlay.Backups(text.host(), Optional.of(text.backup())));
        }
        return over instanceof Overlay.ConfirmDrop drop
                ? showing(
                        state,
                        new Overlay.Backups(
                                drop.host(), Optional.of(drop.backup().id())))
                : state.with(state.screen().withoutOverlay());
    }

    /** What the engine said is kept; a person who looks elsewhere hears of what they wait for. */
    static AppState told(AppState state, Event.SyncTold e) {
        Syncs known = state.facts().syncs();
        Syncs now = known.with(e.news());
        if (now.equals(known)) {
            return state;
        }
        AppState next = Ageing.to(e.now(), state).with(state.facts().with(now));
        return e.news() instanceof SyncNews.Ended ended ? telling(next, ended) : planned(next, e.news());
    }

    private static AppState telling(AppState state, SyncNews.Ended ended) {
        boolean shown = isInSight(state, ended.host())
                && answered(state, ended.host()).isPresent()
                && end(state.facts().syncs(), ended.host()).isPresent();
        if (shown) {
            return state;
        }
        if (ended.outcome().isEmpty()) {
            String why = ended.failure().map(failure -> failure.why()).orElse("nobody knows why");
            return Keys.telling(state, Event.Severity.ERROR, ended.host() + ": " + why);
        }
        SyncOutcome outcome = ended.outcome().get();
        return outcome.left().isEmpty()
                ? Keys.telling(state, Event.Severity.INFO, ended.host() + " is " + SyncPages.ended(outcome))
                : Keys.telling(
                        state,
                        Event.Severity.WARNING,
                        ended.host() + " is " + SyncPages.ended(outcome) + ", but not all is as planned");
    }

    private static AppState planned(AppState state, SyncNews news) {
        boolean hidden = news instanceof SyncNews.Planned
                && answered(state, news.host()).isPresent()
                && !isInSight(state, news.host());
        return hidden
                ? Keys.telling(
                        state, Event.Severity.INFO, "the plan for " + news.host() + " is ready: 4 on it shows it")
                : state;
    }

    /**
     * With the answer in front that a person waits for, once nothing else has the keys: a letter that was meant for another
     * pane must not answer a plan.
     */
    static AppState opened(AppState state) {
        Optional<Awaited> answered =
                state.screen().selected().filter(host -> isInSight(state, host)).flatMap(host -> answered(state, host));
        if (answered.isEmpty()) {
            return state;
        }
        AppState next = state.with(state.screen().awaitingNothing());
        return switch (answered.get().kind()) {
            case PLAN -> showing(next, plan(state.facts().syncs(), answered.get()));
            case END ->
                end(state.facts().syncs(), answered.get().host())
                        .map(over -> showing(next, over))
                        .orElse(next);
        };
    }

    /** What is awaited of that host and is there. */
    private static Optional<Awaited> answered(AppState state, HostAlias host) {
        return state.screen()
                .awaited()
                .filter(awaited ->
                        awaited.host().equals(host) && state.facts().syncs().answers(awaited));
    }

    private static boolean isInSight(AppState state, HostAlias host) {
        return state.context() == Context.SYNC && state.screen().selected().equals(Optional.of(host));
    }

    private static Overlay plan(Syncs syncs, Awaited awaited) {
        SyncNews.Planned planned = syncs.planned(awaited.host()).orElseThrow();
        return planned.failure()
                .<Overlay>map(failure -> new Overlay.SyncFailed(awaited.host(), failure, awaited.wish()))
                .orElseGet(() -> new Overlay.Plan(awaited.host(), planned.plan().orElseThrow(), awaited.wish(), 0));
    }

    /** Nothing where it ended as it should: that is said in the pane. */
    private static Optional<Overlay> end(Syncs syncs, HostAlias host) {
        Optional<SyncNews.Ended> ended = syncs.ended(host);
        Optional<Overlay> failed = ended.flatMap(SyncNews.Ended::failure)
                .map(failure -> new Overlay.SyncFailed(host, failure, Optional.empty()));
        return failed.or(() -> ended.flatMap(SyncNews.Ended::outcome)
                .filter(outcome -> !outcome.left().isEmpty() || !outcome.notes().isEmpty())
                .map(outcome -> new Overlay.SyncDone(host, outcome, 0)));
    }

    /** The host whose repository somebody looks at and nobody has read. */
    static Optional<HostAlias> unread(AppState state) {
        return state.shown()
                .map(HostSummary::alias)
                .filter(host -> state.screen().pane() == Pane.SYNC
                        && state.link(host) instanceof Link.Up
                        && state.facts().code().mapping(host).path().isPresent()
                        && !isRead(state, host)
                        && state.syncStep(host).isEmpty());
    }

    /** As it is mapped now. */
    private static boolean isRead(AppState state, HostAlias host) {
        Optional<String> path = state.facts().code().mapping(host).path();
        return state.facts()
                .syncs()
                .reading(host)
                .filter(reading -> reading.status().isEmpty()
                        || reading.status().map(SyncStatus::path).equals(path))
                .isPresent();
    }

    private static AppState awaiting(AppState state, HostAlias host, Awaited.Kind kind, Optional<SyncWish> wish) {
        Awaited awaited = new Awaited(host, kind, state.facts().syncs().revision(host, kind), wish);
        AppState focused = focused(state);
        return focused.with(focused.screen().withoutOverlay().awaiting(awaited));
    }

    private static AppState focused(AppState state) {
        return state.with(state.screen().with(Pane.SYNC));
    }

    static AppState showing(AppState state, Overlay over) {
        return state.with(state.screen().with(over));
    }

    static Effect asking(SyncAsk ask) {
        return new Effect.AskSync(ask);
    }

    static Step onHost(AppState state, Function<HostAlias, Step> action) {
        return state.shown().map(HostSummary::alias).map(action).orElseGet(() -> Step.of(state));
    }

    static <T extends Overlay> Step on(AppState state, Class<T> kind, Function<T, Step> action) {
        return state.screen()
                .overlay()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(action)
                .orElseGet(() -> Step.of(state));
    }
}
