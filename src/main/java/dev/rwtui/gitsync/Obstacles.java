package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.remote.Frame;
import dev.rwtui.repo.model.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why a plan cannot be carried out, and what a person should know of it. Pure. */
final class Obstacles {

    private final Ground ground;
    private final Goal goal;
    private final Told survey;

    Obstacles(Ground ground, Goal goal, Told survey) {
        this.ground = ground;
        this.goal = goal;
        this.survey = survey;
    }

    List<Stop> stops(List<PathFate> fates) {
        List<Stop> stops = new ArrayList<>();
        Set<String> nested = new TreeSet<>(ground.repositories());
        nested.addAll(ofKind(Change.Kind.NESTED));
        String device = survey.value("devices").orElse("").strip();
        for (PathFate fate : fates) {
            boolean comes = fate.fate().touches()
                    && fate.fate() != PathFate.Fate.REMOVED
                    && fate.fate() != PathFate.Fate.DELETED;
            if (comes) {
                nested.stream()
                        .filter(path -> fate.path().startsWith(path + "/"))
                        .findFirst()
                        .ifPresent(path -> stops.add(new Stop(
                                Stop.Kind.IN_THE_WAY,
                                path + " is a repository of its own, and " + fate.path() + " has to be there",
                                "move it away there")));
            }
            if (comes && ground.look(fate.path()).what() == Ground.What.REPOSITORIES) {
                stops.add(new Stop(
                        Stop.Kind.IN_THE_WAY,
                        fate.path() + " has to be a file, and is a repository of its own, or holds one",
                        "move it away there"));
            }
            if (comes && ground.look(fate.path()).what() == Ground.What.OTHER) {
                stops.add(new Stop(
                        Stop.Kind.IN_THE_WAY,
                        fate.path() + " is neither a file nor a directory",
                        "move it away there"));
            }
            if (fate.keeping() == Keeping.SET_ASIDE
                    && !ground.look(fate.path()).device().equals(device)) {
                stops.add(new Stop(
                        Stop.Kind.CANNOT_KEEP,
                        fate.path() + " is too large for git, or unreadable, and on another file system than "
                                + ground.state().directory() + ", so it cannot be renamed into it",
                        "move it away there"));
            }
        }
        goal.restored()
                .forEach(kept -> kept.missing().forEach((path, aside) -> {
                    if (!isAlready(path, aside) && !isSetAsideByAnother(path)) {
                        stops.add(new Stop(
                                Stop.Kind.CHANGED,
                                path + " was set aside then, and has been brought back since, so the backup "
                                        + kept.id() + " is no longer whole",
                                "undo a newer git-sync, which may have it"));
                    }
                }));
        ground.diff().paths().forEach((path, sides) -> {
            if (sides.before().isSubmodule()
                    && sides.after().isThere()
                    && !sides.after().isSubmodule()) {
                stops.add(new Stop(
                        Stop.Kind.IN_THE_WAY,
                        path + " is a submodule, and becomes a file",
                        "remove it there: git submodule deinit " + path));
            }
        });
        return stops;
    }

    /** One that broke off before it came to the file left it to the next. */
    private boolean isSetAsideByAnother(String path) {
        return goal.restored().stream().anyMatch(kept -> kept.about().asides().containsKey(path));
    }

    /** Where undoing leaves it, too. */
    private boolean isAlready(String path, About.Aside aside) {
        Porcelain.Item item = ground.state().status().items().get(path);
        return item != null && !item.isTracked() && ground.look(path).bytes() == aside.bytes();
    }

    static List<Stop> room(SyncPlan.Space space, long margin) {
        Optional<Long> free = space.free();
        if (free.isPresent() && space.needed() > 0 && space.needed() + margin > free.get()) {
            return List.of(new Stop(
                    Stop.Kind.NO_ROOM,
                    "the backup may take " + space.needed() + " bytes, and " + free.get() + " are free there",
                    "make room there, or move large files away"));
        }
        return List.of();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        ground.state()
                .followed()
                .filter(RepositoryState.Followed::assumed)
                .ifPresent(of -> notes.add("nothing says what the branch there follows: " + Origin.shown(of.remote())
                        + " is taken for it"));
        count(
                notes,
                modeAlone(),
                "1 file differs from its commit in its mode alone",
                "files differ from their commit in their mode alone");
        count(
                notes,
                endingsAlone(),
                "1 file differs from its commit in its line ends alone",
                "files differ from their commit in their line ends alone");
        if (!ground.flagged().isEmpty() && !sparse()) {
            count(
                    notes,
                    ground.flagged().size(),
                    "1 file is marked for git to overlook (git update-index)",
                    "files are marked for git to overlook (git update-index)");
        }
        ground.diff().paths().forEach((path, sides) -> {
            if (sides.after().isSubmodule()) {
                notes.add("submodule " + path + " goes to another commit: git submodule update there brings it");
            }
        });
        survey.first("lfs").ifPresent(frame -> lfs(frame, notes));
        return notes;
    }

    private boolean sparse() {
        return ground.state().workingCopy().traits().contains(dev.rwtui.gitsync.model.WorkingCopy.Trait.SPARSE);
    }

    private static void lfs(Frame frame, List<String> notes) {
        String number = frame.field(0).strip();
        String words = number.equals("1") ? "1 file is kept by LFS" : number + " files are kept by LFS";
        boolean missing = frame.field(1).isBlank();
        notes.add(missing ? words + ", and git-lfs is not there: what comes in are pointers" : words);
    }

    private static void count(List<String> notes, int number, String one, String many) {
        if (number > 0) {
            notes.add(number == 1 ? one : number + " " + many);
        }
    }

    private int modeAlone() {
        return (int) ground.state().status().items().values().stream()
                .filter(Porcelain.Item::modeAlone)
                .count();
    }

    /** Modified, and without a difference once carriage returns at the ends of lines are overlooked. */
    private int endingsAlone() {
        Set<String> really = new HashSet<>();
        for (String line : survey.lines("endings")) {
            String[] words = line.split("\t", 3);
            if (!(words[0].equals("0") && words[1].equals("0"))) {
                really.add(GitPath.unquoted(words[2]));
            }
        }
        int number = 0;
        for (Map.Entry<String, Porcelain.Item> item :
                ground.state().status().items().entrySet()) {
            Porcelain.Item is = item.getValue();
            boolean ordinary = is.kind() == Change.Kind.MODIFIED && is.onDisk() && !is.modeAlone();
            number += ordinary
                            && !really.contains(item.getKey())
                            && ground.look(item.getKey()).what() == Ground.What.FILE
                    ? 1
                    : 0;
        }
        return number;
    }

    private List<String> ofKind(Change.Kind kind) {
        return ground.state().status().items().entrySet().stream()
                .filter(item -> item.getValue().kind() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }
}
