package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.Verdict;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.repo.model.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one line what a person is to think of the working copy there. Pure. */
final class Judging {

    private final Optional<RepositoryState> here;
    private final RepositoryState there;
    private final StatusReading.Relation relation;
    private final List<Difference> differences;
    private final Set<String> alikeHere;

    Judging(
            Optional<RepositoryState> here,
            RepositoryState there,
            StatusReading.Relation relation,
            StatusReading.Differing differing) {
        this.here = here;
        this.there = there;
        this.relation = relation;
        this.differences = differing.differences();
        this.alikeHere = differing.alikeHere();
    }

    Verdict verdict() {
        List<String> operations = there.workingCopy().operations();
        if (!operations.isEmpty()) {
            return verdict(
                    Verdict.Kind.UNKNOWN, "git there is in the middle of something: " + String.join(", ", operations));
        }
        if (here.isPresent() && isSameCode(here.get())) {
            return verdict(
                    Verdict.Kind.SAME_CODE,
                    differences.isEmpty() ? "same code" : "same code: " + files(differences.size()) + " changed alike");
        }
        return ofCommits().or(this::ofFiles).orElseGet(this::clean);
    }

    /** Equal commit, and the same files changed, each to the same content. */
    private boolean isSameCode(RepositoryState local) {
        Set<String> changedHere = paths(local.workingCopy());
        return there.head().isPresent()
                && there.head().equals(local.head())
                && changedHere.equals(paths(there.workingCopy()))
                && differences.stream()
                        .allMatch(difference ->
                                alikeHere.contains(difference.change().path()));
    }

    private static Set<String> paths(WorkingCopy copy) {
        return copy.changes().stream()
                .filter(change -> change.kind().isOfFiles())
                .map(Change::path)
                .collect(Collectors.toSet());
    }

    private Optional<Verdict> ofCommits() {
        if (there.reference().isEmpty()) {
            return Optional.of(verdict(
                    Verdict.Kind.NO_SUCH_BRANCH, "no branch is checked out there, so there is nothing to follow"));
        }
        if (relation.incoming().isEmpty()) {
            String branch = there.branch().orElse("");
            return Optional.of(verdict(
                    Verdict.Kind.NO_SUCH_BRANCH,
                    there.followed()
                            .filter(of -> !of.assumed())
                            .map(of -> Origin.shown(of.remote()) + " has no branch "
                                    + RepositoryState.shortened(of.merge()) + ", as far as it was fetched")
                            .orElse("the branch " + branch + " there follows nothing")));
        }
        Counts counts = relation.toIncoming();
        if (counts.left() == 0) {
            return Optional.empty();
        }
        String ahead = commits(counts.left()) + " there " + (counts.left() == 1 ? "is" : "are") + " not upstream";
        return Optional.of(
                counts.right() == 0
                        ? verdict(Verdict.Kind.AHEAD, ahead)
                        : verdict(
                                Verdict.Kind.DIVERGED,
                                "diverged: " + ahead + ", and " + commits(counts.right()) + " upstream not there"));
    }

    private Optional<Verdict> ofFiles() {
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        int all = differences.size();
        int only = count(Difference.Standing.NOWHERE_ELSE);
        if (only > 0) {
            return Optional.of(verdict(
                    Verdict.Kind.HOLDS_WORK,
                    files(only) + " there " + (only == 1 ? "holds" : "hold") + " work that exists nowhere else"));
        }
        String each = all == 1 ? "the 1 file that differs" : "all " + all + " files that differ";
        boolean incoming = count(Difference.Standing.INCOMING) == all;
        String what = incoming ? "the incoming commit" : "the incoming commit or the files here";
        return Optional.of(verdict(
                incoming ? Verdict.Kind.INCOMING : Verdict.Kind.UPLOADED,
                each + " equal" + (all == 1 ? "s " : " ") + what + ": syncing loses nothing"));
    }

    private Verdict clean() {
        int behind = relation.toIncoming().right();
        if (behind > 0) {
            return verdict(Verdict.Kind.BEHIND, commits(behind) + " behind, and clean");
        }
        if (here.isEmpty()) {
            return verdict(Verdict.Kind.OTHER_COMMIT, "clean, and at its upstream");
        }
        if (there.head().equals(here.get().head())) {
            int changed = paths(here.get().workingCopy()).size();
            return verdict(Verdict.Kind.OTHER_COMMIT, "same commit, and " + files(changed) + " changed here");
        }
        return verdict(
                Verdict.Kind.OTHER_COMMIT,
                relation.toHere()
                        .map(Judging::apart)
                        .orElse("clean, and at its upstream, at a commit that is not known here"));
    }

    /** @param counts commits that there and here have alone */
    private static String apart(Counts counts) {
        if (counts.left() == 0) {
            return "clean, and at its upstream; " + commits(counts.right()) + " here not pushed";
        }
        return "clean, and at its upstream; here is " + commits(counts.left()) + " behind it"
                + (counts.right() == 0 ? "" : ", with " + counts.right() + " of its own");
    }

    private int count(Difference.Standing standing) {
        return (int) differences.stream()
                .filter(difference -> difference.standing() == standing)
                .count();
    }

    private static String commits(int number) {
        return number == 1 ? "1 commit" : number + " commits";
    }

    private static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }

    private static Verdict verdict(Verdict.Kind kind, String words) {
        return new Verdict(kind, words);
    }
}
