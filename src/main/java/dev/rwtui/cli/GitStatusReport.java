package dev.rwtui.cli;

import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.WorkingCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a repository stands, as lines of text that steer no terminal. */
final class GitStatusReport {

    /** The document has them all. */
    private static final int MOST = 40;

    private GitStatusReport() {}

    static List<String> lines(SyncStatus status) {
        List<String> lines = new ArrayList<>(Columns.lines(List.of(
                List.of("here", copy(status.here())),
                List.of("there", copy(status.there())),
                List.of("upstream", upstream(status)))));
        lines.add(Plain.text(status.verdict().words()));
        lines.addAll(Columns.lines(status.differences().stream()
                .limit(MOST)
                .map(GitStatusReport::row)
                .toList()));
        int more = status.differences().size() - MOST;
        if (more > 0) {
            lines.add("  and " + more + " more");
        }
        return lines;
    }

    private static List<String> row(Difference difference) {
        return List.of(
                "  " + difference.change().kind().words(),
                difference.change().path(),
                difference.standing().words());
    }

    private static String copy(Optional<WorkingCopy> copy) {
        return copy.map(GitStatusReport::words).orElse("no repository");
    }

    private static String words(WorkingCopy copy) {
        String commit = copy.commit().map(GitStatusReport::brief).orElse("without a commit");
        String head = copy.head().words() + " " + commit
                + copy.subject().map(subject -> " " + subject).orElse("");
        String follows = copy.upstream().map(GitStatusReport::distance).orElse("follows nothing");
        return Stream.of(
                        Stream.of(head, follows, dirt(copy)),
                        copy.operations().stream().map(operation -> operation + " is under way"),
                        copy.traits().stream().sorted().map(WorkingCopy.Trait::words),
                        copy.fetched().stream().map(time -> "fetched " + time))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("; "));
    }

    private static String distance(Upstream upstream) {
        if (upstream.commit().isEmpty()) {
            return upstream.words() + " is not there";
        }
        if (upstream.ahead() == 0 && upstream.behind() == 0) {
            return "even with " + upstream.words();
        }
        return Stream.of(
                                upstream.ahead() == 0 ? "" : upstream.ahead() + " ahead of",
                                upstream.behind() == 0 ? "" : upstream.behind() + " behind")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" and "))
                + " " + upstream.words();
    }

    private static String dirt(WorkingCopy copy) {
        String counts = Stream.of(Change.Kind.values())
                .filter(kind -> copy.count(kind) > 0)
                .map(kind -> copy.count(kind) + " " + kind.words())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "clean" : counts;
    }

    /** The remote's, as far as anybody knows. */
    private static String upstream(SyncStatus status) {
        return status.there()
                .flatMap(WorkingCopy::upstream)
                .map(upstream -> upstream.words()
                        + status.incoming()
                                .or(upstream::commit)
                                .map(commit -> " " + brief(commit))
                                .orElse("")
                        + " of " + upstream.url())
                .orElse("none");
    }

    static String brief(String commit) {
        return commit.substring(0, Math.min(7, commit.length()));
    }
}
