package dev.rwtui.tui.command;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Code;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.PlanPage;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a command about the repository on a host can work, and why not. */
final class SyncRules {

    private SyncRules() {}

    /** What was never told may be so: then the engine says what is wrong. */
    static Availability sync(AppState state) {
        return Rules.withHost(state, host -> idle(state, host.alias(), mapped(state, host)));
    }

    static Availability git(AppState state) {
        return Rules.withHost(state, host -> {
            if (verdict(state, host.alias()).equals(Optional.of(Verdict.Kind.NO_REPOSITORY))) {
                return Availability.disabled("there is no repository on " + host.alias() + ": 4 and c make a clone");
            }
            return idle(state, host.alias(), mapped(state, host));
        });
    }

    static Availability differences(AppState state) {
        return Rules.withHost(state, host -> {
            Optional<SyncStatus> status = state.facts().syncs().status(host.alias());
            if (status.isEmpty()) {
                return Availability.disabled("nothing is known yet: R reads it");
            }
            return status.get().differences().isEmpty()
                    ? Availability.disabled("no file differs from its commit there")
                    : Availability.enabled();
        });
    }

    static Availability makeClone(AppState state) {
        return Rules.withHost(state, host -> {
            HostAlias alias = host.alias();
            Availability mapped = mapped(state, host);
            if (mapped instanceof Availability.Disabled) {
                return mapped;
            }
            Optional<Verdict.Kind> verdict = verdict(state, alias);
            if (verdict.isEmpty()) {
                return Availability.disabled("nothing is known yet: R reads it");
            }
            if (verdict.get() != Verdict.Kind.NO_REPOSITORY) {
                return Availability.disabled("there is a repository on " + alias + " already");
            }
            return state.facts()
                            .code()
                            .repository()
                            .flatMap(RepositoryFacts::first)
                            .isPresent()
                    ? idle(state, alias, mapped)
                    : Availability.disabled("the repository here has no remote to clone from");
        });
    }

    static Availability carryOut(AppState state) {
        Optional<SyncPlan> plan = plan(state).map(Overlay.Plan::plan);
        if (plan.filter(SyncPlan::canBeCarriedOut).isEmpty()) {
            return Availability.disabled(
                    plan.map(stopped -> stopped.stops().stream().map(Stop::why).collect(Collectors.joining("; ")))
                            .orElse("there is no plan"));
        }
        return plan.get().isDone() ? Availability.disabled("there is nothing to do") : Availability.enabled();
    }

    /** For both answers to commits that upstream does not have. */
    static Availability commits(AppState state) {
        return plan(state)
                        .filter(shown -> shown.wish().isPresent() && PlanPage.isStoppedByCommitsAlone(shown.plan()))
                        .isPresent()
                ? Availability.enabled()
                : Availability.disabled("it is not commits alone that stop this");
    }

    static Availability bring(AppState state) {
        boolean helps = state.screen()
                .overlay()
                .filter(Overlay.SyncFailed.class::isInstance)
                .map(Overlay.SyncFailed.class::cast)
                .filter(failed -> failed.failure().kind() == SyncFailure.Kind.REFUSED
                        || failed.failure().kind() == SyncFailure.Kind.UNREACHABLE)
                .flatMap(Overlay.SyncFailed::wish)
                .filter(wish -> wish.source() == SyncWish.Source.UPSTREAM)
                .isPresent();
        return helps ? Availability.enabled() : Availability.disabled("commits from here would not help");
    }

    static Availability backup(AppState state) {
        return state.markedBackup().isPresent() ? Availability.enabled() : Availability.disabled("there is no backup");
    }

    static Availability undoTo(AppState state) {
        return backup(state) instanceof Availability.Disabled none ? none : sync(state);
    }

    /** Whether there is something that Esc would cancel, with the focus on it. */
    static boolean isUnderWay(AppState state) {
        return state.screen().pane() == Pane.SYNC
                && state.shown().flatMap(host -> state.syncStep(host.alias())).isPresent();
    }

    private static Optional<Overlay.Plan> plan(AppState state) {
        return state.screen().overlay().filter(Overlay.Plan.class::isInstance).map(Overlay.Plan.class::cast);
    }

    private static Optional<Verdict.Kind> verdict(AppState state, HostAlias host) {
        return state.facts().syncs().status(host).map(status -> status.verdict().kind());
    }

    private static Availability mapped(AppState state, HostSummary host) {
        if (host.refusal().isPresent()) {
            return Availability.disabled(host.refusal().get());
        }
        Code code = state.facts().code();
        if (code.repository().isEmpty()) {
            boolean told = code.failure().isPresent() || state.shownSurvey().isPresent();
            return told ? Rules.map(state) : Availability.enabled();
        }
        boolean nowhere = code.mappings().containsKey(host.alias())
                && code.mapping(host.alias()).path().isEmpty();
        return nowhere
                ? Availability.disabled("nobody has said where the repository is on " + host.alias() + ": m maps it")
                : Availability.enabled();
    }

    private static Availability idle(AppState state, HostAlias host, Availability otherwise) {
        if (otherwise instanceof Availability.Disabled) {
            return otherwise;
        }
        return state.syncStep(host)
                .map(step -> Availability.disabled(host + " is at work, " + step + ": 4 and Esc cancel it"))
                .orElseGet(Availability::enabled);
    }
}
