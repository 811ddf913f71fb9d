package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.remote.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A plan that is being made. */
final class Draft {

    /** What git may need beside what is kept. */
    private static final long MARGIN = 64L << 20;

    private static final Set<String> OURS =
            Set.of(RepositoryState.AT_WORK, RepositoryState.BROKEN_OFF, RepositoryState.LOCK);

    private final Limits limits;
    private final String id;
    private final SyncPlan.Occasion occasion;
    private final RepositoryState state;
    private final Told survey;
    private final List<Stop> stops;
    private final List<String> notes = new ArrayList<>();
    private final List<SyncPlan.CommitLine> ahead = new ArrayList<>();
    private Optional<String> keptBranch = Optional.empty();
    private boolean pushes;

    Draft(Limits limits, String id, SyncPlan.Occasion occasion, RepositoryState state) {
        this(limits, id, occasion, state, new Told(), new ArrayList<>());
    }

    private Draft(
            Limits limits,
            String id,
            SyncPlan.Occasion occasion,
            RepositoryState state,
            Told survey,
            List<Stop> stops) {
        this.limits = limits;
        this.id = id;
        this.occasion = occasion;
        this.state = state;
        this.survey = survey;
        this.stops = stops;
    }

    /** With all that is known later. */
    Draft of(RepositoryState later, Told surveyed) {
        return new Draft(limits, id, occasion, later, surveyed, stops);
    }

    RepositoryState state() {
        return state;
    }

    void stop(Stop.Kind kind, String why, String advice) {
        stops.add(new Stop(kind, why, advice));
    }

    boolean canGoOn() {
        return stops.isEmpty();
    }

    void stopWhereBusy() {
        state.journal().ifPresent(journal -> {
            if (journal.running() && journal.onThisHost()) {
                stop(Stop.Kind.BUSY, "another git-sync is under way there", "wait for its end");
            } else if (!journal.onThisHost()) {
                stop(
                        Stop.Kind.BUSY,
                        "a git-sync was begun on " + journal.host() + " and has not ended",
                        "if none runs there any more, remove " + state.directory() + "/rwtui/journal and "
                                + state.directory() + "/index.lock");
            }
        });
        List<String> operations = state.workingCopy().operations();
        operations.stream()
                .filter(words -> !OURS.contains(words))
                .forEach(words ->
                        stop(Stop.Kind.BUSY, words + " is in progress there", "end it or give it up there, with git"));
        if (operations.contains(RepositoryState.LOCK)) {
            stop(
                    Stop.Kind.BUSY,
                    "another git is at work there, or has left its lock",
                    "wait for it; if there is none, remove " + state.directory() + "/index.lock");
        }
    }

    Map<String, TreeEntry> flagged() {
        Map<String, TreeEntry> flagged = new LinkedHashMap<>();
        for (String line : survey.lines("flagged")) {
            int tab = line.indexOf('\t');
            String[] words = line.substring(0, tab).split(" ");
            flagged.put(GitPath.unquoted(line.substring(tab + 1)), TreeEntry.of(words[1], words[2]));
        }
        return flagged;
    }

    List<String> others() {
        return survey.lines("others").stream().map(GitPath::unquoted).toList();
    }

    /** Commits that the goal has not. */
    void commits(SyncWish wish) {
        for (String line : survey.lines("ahead")) {
            int space = line.indexOf(' ');
            ahead.add(new SyncPlan.CommitLine(line.substring(0, space), line.substring(space + 1)));
        }
        int number = ours();
        if (number == 0) {
            return;
        }
        String words = (number == 1 ? "1 commit" : number + " commits") + " there " + (number == 1 ? "is" : "are")
                + " not upstream";
        switch (wish.commits()) {
            case STOP -> stop(Stop.Kind.LOCAL_COMMITS, words, "keep them on a branch there, or push them");
            case PUSH -> {
                pushes = theirs() == 0;
                if (pushes) {
                    notes.add(words + " yet: they are pushed first");
                } else {
                    stop(
                            Stop.Kind.LOCAL_COMMITS,
                            words + ", and upstream has others, so that they cannot be pushed",
                            "keep them on a branch there");
                }
            }
            case KEEP_ON_BRANCH -> {
                keptBranch = Optional.of("rwtui/kept-" + id);
                notes.add(words + ": they stay on the branch " + keptBranch.get());
            }
        }
    }

    private int ours() {
        return survey.first("counts").map(Counts::of).orElse(Counts.NONE).left();
    }

    private int theirs() {
        return survey.first("counts").map(Counts::of).orElse(Counts.NONE).right();
    }

    /** Whether commits are pushed before anything else. */
    boolean pushes() {
        return pushes;
    }

    /** A plan without a look at files. */
    PreparedSync prepared() {
        return new PreparedSync(
                plan(Optional.empty(), "", List.of(), new SyncPlan.Space(0, 0, Optional.empty())), Optional.empty());
    }

    PreparedSync decided(Ground ground, Goal goal, Looking looking) {
        Fates decisions = new Fates(ground, goal, limits);
        Map<String, PathFate> decided = decisions.decided();
        List<PathFate> fates = List.copyOf(decided.values());
        Obstacles obstacles = new Obstacles(ground, goal, survey);
        stops.addAll(obstacles.stops(fates));
        SyncPlan.Space space = space(fates, decisions);
        stops.addAll(Obstacles.room(space, MARGIN));
        notes.addAll(obstacles.notes());
        state.journal()
                .filter(journal -> !journal.running())
                .ifPresent(journal -> notes.add("a git-sync broke off there: this one goes on with it"));
        Recipe recipe = new Recipe(id, ground, goal, fates, decisions, looking);
        Optional<String> continues =
                state.journal().filter(RepositoryState.Journal::changing).map(RepositoryState.Journal::id);
        About about = recipe.about(Instant.parse(made()), continues);
        Optional<Script> script = stops.isEmpty() ? Optional.of(recipe.script(about, keptBranch)) : Optional.empty();
        return new PreparedSync(plan(goal.commit(), goal.follows(), withIgnored(decided), space), script);
    }

    /** Those that are in the way have a fate already; the others are named for a person, a directory as one. */
    private List<PathFate> withIgnored(Map<String, PathFate> decided) {
        List<PathFate> all = new ArrayList<>(decided.values());
        for (String line : survey.lines("ignored")) {
            String path = GitPath.unquoted(line);
            if (!decided.containsKey(path)) {
                all.add(new PathFate(path, PathFate.Fate.LEFT_IGNORED, Keeping.NOT_NEEDED, 0));
            }
        }
        return all;
    }

    /** The id, as ISO 8601 has it at length. */
    private String made() {
        return id.replaceFirst("^([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9.]+)Z$", "$1-$2-$3T$4:$5:$6Z");
    }

    private SyncPlan.Space space(List<PathFate> fates, Fates decisions) {
        long needed = 0;
        long setAside = 0;
        for (PathFate fate : fates) {
            if (fate.keeping() == Keeping.SET_ASIDE) {
                setAside += fate.bytes();
            } else if (fate.keeping() == Keeping.IN_BACKUP && decisions.isDirty(fate.path())) {
                needed += fate.bytes();
            }
        }
        return new SyncPlan.Space(needed, setAside, Disk.free(survey.lines("space"), survey.lines("quota")));
    }

    private SyncPlan plan(Optional<String> after, String follows, List<PathFate> fates, SyncPlan.Space space) {
        WorkingCopy copy = state.workingCopy();
        if (copy.traits().contains(WorkingCopy.Trait.SPARSE)) {
            notes.add("the checkout there is sparse: what it leaves out stays out");
        }
        return new SyncPlan(
                id,
                occasion,
                state.root(),
                state.branch(),
                state.head(),
                after,
                follows,
                theirs(),
                fates,
                ahead,
                Processes.of(survey, state.root()),
                space,
                stops,
                notes);
    }
}
