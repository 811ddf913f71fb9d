package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Script;
import dev.rwtui.repo.model.Origin;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a git-sync, or its undoing, would do. Touches no file of the work tree. */
final class Planning {

    static final Duration LIMIT = Duration.ofMinutes(5);

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final GitScripts scripts;
    private final Timers timers;
    private final Fetching fetching;
    private final Backups backups;
    private final Limits limits;

    Planning(GitScripts scripts, Timers timers, Fetching fetching, Backups backups, Limits limits) {
        this.limits = limits;
        this.scripts = scripts;
        this.timers = timers;
        this.fetching = fetching;
        this.backups = backups;
    }

    PreparedSync sync(
            Place there, String path, SyncWish wish, ThisSide thisSide, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        steps.begun("looking");
        RepositoryState state =
                RepositoryState.of(scripts.run(there, GitScripts.script(path, "state", "status"), LIMIT, cancellation));
        Draft draft = new Draft(limits, id(), SyncPlan.Occasion.SYNC, state);
        draft.stopWhereBusy();
        Optional<RepositoryState.Followed> followed = state.followed();
        boolean fromHere = wish.source() == SyncWish.Source.HERE;
        if (!draft.canGoOn()) {
            return draft.prepared();
        }
        if (state.reference().isEmpty()) {
            draft.stop(
                    Stop.Kind.NOTHING_TO_FOLLOW,
                    "no branch is checked out there",
                    "check one out there: git switch <branch>");
        } else if (followed.isEmpty() && !fromHere) {
            draft.stop(
                    Stop.Kind.NOTHING_TO_FOLLOW,
                    "the branch " + state.branch().orElse("")
                            + " there follows nothing, and there is no remote of which to ask",
                    "set what it follows there: git branch --set-upstream-to=<remote>/<branch>");
        }
        if (!draft.canGoOn()) {
            return draft.prepared();
        }
        String onto = bringIn(there, state, wish, thisSide, steps, cancellation);
        steps.begun("comparing");
        return ofCommit(there, state.root(), onto, wish, thisSide, draft, cancellation);
    }

    /** @return the reference that is wanted there; empty for what the branch follows */
    private String bringIn(
            Place there,
            RepositoryState state,
            SyncWish wish,
            ThisSide thisSide,
            Steps steps,
            Cancellation cancellation)
            throws GitSyncException {
        if (wish.source() == SyncWish.Source.HERE) {
            steps.begun("bringing the commits from here");
            return thisSide.bring(
                    state.root(), "refs/rwtui/incoming/" + state.branch().orElseThrow());
        }
        RepositoryState.Followed followed = state.followed().orElseThrow();
        if (!followed.remote().equals(".")) {
            steps.begun("fetching " + Origin.shown(followed.remote()));
            fetching.fetch(there, state.root(), followed.remote(), thisSide, cancellation);
        }
        return "";
    }

    private PreparedSync ofCommit(
            Place there,
            String root,
            String onto,
            SyncWish wish,
            ThisSide thisSide,
            Draft draft,
            Cancellation cancellation)
            throws GitSyncException {
        Told survey = survey(there, root, onto, "", cancellation);
        RepositoryState state = RepositoryState.of(survey);
        Optional<String> commit = survey.value("onto");
        Draft further = draft.of(state, survey);
        if (commit.isEmpty() || survey.first("gone").isPresent()) {
            further.stop(
                    Stop.Kind.NOTHING_TO_FOLLOW,
                    state.followed()
                            .map(of -> Origin.shown(of.remote()) + " has no branch "
                                    + RepositoryState.shortened(of.merge()))
                            .orElse("there is nothing to follow"),
                    "push it from here, or set what the branch there follows");
            return further.prepared();
        }
        String follows = onto.isEmpty()
                ? state.followed()
                        .map(of -> of.remote().equals(".")
                                ? RepositoryState.shortened(of.merge())
                                : Origin.shown(of.remote()) + "/" + RepositoryState.shortened(of.merge()))
                        .orElseThrow()
                : "the commits brought from here";
        further.commits(wish);
        if (!further.pushes()) {
            return looked(there, Goal.of(commit.get(), follows), further, cancellation);
        }
        // What is pushed is upstream then, so the branch stays where it is.
        RepositoryState.Followed followed = state.followed().orElseThrow();
        String branch = RepositoryState.shortened(followed.merge());
        Goal goal = Goal.of(state.head().orElseThrow(), follows);
        return looked(there, goal, further, cancellation)
                .after((place, giveUp) -> fetching.push(place, root, followed.remote(), branch, thisSide, giveUp));
    }

    PreparedSync undo(Place there, String path, Optional<String> backup, Steps steps, Cancellation cancellation)
            throws GitSyncException {
        steps.begun("looking");
        Optional<String> wanted = backup.isPresent() ? backup : brokenOff(there, path, cancellation);
        List<Goal.Kept> chain = backups.chain(there, path, wanted, cancellation);
        Goal goal = Goal.restoring(chain);
        steps.begun("comparing");
        String known = chain.stream()
                .flatMap(kept -> Stream.of(kept.about().before(), kept.about().after()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        Told survey = survey(there, path, goal.commit().orElse("nothing"), known, cancellation);
        RepositoryState state = RepositoryState.of(survey);
        Draft draft = new Draft(limits, id(), SyncPlan.Occasion.UNDO, state).of(state, survey);
        draft.stopWhereBusy();
        Goal.Kept oldest = chain.get(chain.size() - 1);
        if (!state.reference().equals(oldest.about().reference())) {
            draft.stop(
                    Stop.Kind.CHANGED,
                    "another branch was checked out then: "
                            + oldest.about()
                                    .reference()
                                    .map(RepositoryState::shortened)
                                    .orElse("none"),
                    "check that one out there first");
        }
        survey.value("since")
                .map(String::strip)
                .filter(number -> !number.equals("0"))
                .ifPresent(number -> draft.stop(
                        Stop.Kind.CHANGED,
                        (number.equals("1") ? "1 commit was" : number + " commits were")
                                + " made there since, and no other branch has them",
                        "keep them there first: git branch <name>"));
        if (goal.commit().isPresent() && survey.value("onto").isEmpty()) {
            throw new GitSyncException(
                    SyncFailure.Kind.NOT_THERE,
                    "the commit of that time is no longer there: "
                            + goal.commit().get(),
                    "");
        }
        return looked(there, goal, draft, cancellation);
    }

    /** What an undoing that broke off was about: the backup before its own. */
    private Optional<String> brokenOff(Place there, String path, Cancellation cancellation) throws GitSyncException {
        Optional<RepositoryState.Journal> journal = RepositoryState.of(
                        scripts.run(there, GitScripts.script(path, "state", "status"), LIMIT, cancellation))
                .journal()
                .filter(left -> left.changing() && !left.running());
        if (journal.isEmpty()) {
            return Optional.empty();
        }
        List<Backup> all = backups.list(there, path, cancellation);
        for (int i = 0; i + 1 < all.size(); i++) {
            Backup one = all.get(i);
            if (one.id().equals(journal.get().id()) && one.occasion() == SyncPlan.Occasion.UNDO) {
                return Optional.of(all.get(i + 1).id());
            }
        }
        return Optional.empty();
    }

    private Told survey(Place there, String path, String onto, String known, Cancellation cancellation)
            throws GitSyncException {
        Script script =
                GitScripts.script(path, "state", "survey").with("onto", onto).with("known", known);
        return scripts.run(there, script, LIMIT, cancellation);
    }

    private PreparedSync looked(Place there, Goal goal, Draft draft, Cancellation cancellation)
            throws GitSyncException {
        RepositoryState state = draft.state();
        // A branch that stays where it is comes by nothing, whatever upstream has.
        RawDiff diff = goal.commit().equals(state.head()) ? RawDiff.NONE : state.incoming();
        Looking looking = new Looking(scripts, there, state, diff, draft.flagged(), goal);
        Ground ground = looking.ground(draft.others(), cancellation);
        PreparedSync prepared = draft.decided(ground, goal, looking);
        if (prepared.plan().isDone() && state.journal().isPresent()) {
            scripts.run(there, GitScripts.script(state.root(), "state", "mend"), LIMIT, cancellation);
        }
        return prepared;
    }

    /** A backup of that name that is there already stops the second. */
    private String id() {
        return ID.format(timers.now());
    }
}
