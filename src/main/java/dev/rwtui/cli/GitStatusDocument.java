package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Change;
import dev.rwtui.gitsync.model.Difference;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Upstream;
import dev.rwtui.gitsync.model.WorkingCopy;
import dev.rwtui.repo.model.Head;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rwtui git status --json} prints. Fields are only ever added; a text that is not known is empty. In names of
 * files each byte {@code b} that is no UTF-8 is the lone surrogate {@code U+DC00 + b} (PEP 383).
 *
 * @param version of this shape
 * @param here null where there is no repository
 * @param there null where there is none
 */
record GitStatusDocument(
        int version,
        String host,
        String path,
        String verdict,
        String words,
        String incoming,
        @Nullable Copy here,
        @Nullable Copy there,
        List<Differing> differences) {

    private static final int VERSION = 1;

    /**
     * One working copy.
     *
     * @param branch empty where none is checked out
     * @param upstream null where the branch follows nothing
     */
    record Copy(
            String root,
            String git,
            String branch,
            String commit,
            String subject,
            @Nullable Followed upstream,
            boolean clean,
            List<Changed> changes,
            List<String> operations,
            String fetched,
            List<String> traits) {

        static Copy of(WorkingCopy copy) {
            return new Copy(
                    copy.root(),
                    copy.git(),
                    copy.head() instanceof Head.Branch branch ? branch.name() : "",
                    copy.commit().orElse(""),
                    copy.subject().orElse(""),
                    copy.upstream().map(Followed::of).orElse(null),
                    copy.isClean(),
                    copy.changes().stream().map(Changed::of).toList(),
                    copy.operations(),
                    copy.fetched().map(Instant::toString).orElse(""),
                    copy.traits().stream()
                            .sorted()
                            .map(WorkingCopy.Trait::words)
                            .toList());
        }
    }

    /** @param commit empty where none was ever fetched */
    record Followed(String name, String url, String commit, int ahead, int behind) {

        static Followed of(Upstream upstream) {
            return new Followed(
                    upstream.words(),
                    upstream.url(),
                    upstream.commit().orElse(""),
                    upstream.ahead(),
                    upstream.behind());
        }
    }

    record Changed(String path, String change) {

        static Changed of(Change change) {
            return new Changed(change.path(), word(change.kind()));
        }
    }

    /** @param standing where else its content is */
    record Differing(String path, String change, String standing) {

        static Differing of(Difference difference) {
            return new Differing(
                    difference.change().path(), word(difference.change().kind()), word(difference.standing()));
        }
    }

    static GitStatusDocument of(HostAlias host, SyncStatus status) {
        return new GitStatusDocument(
                VERSION,
                host.value(),
                status.path(),
                word(status.verdict().kind()),
                status.verdict().words(),
                status.incoming().orElse(""),
                copy(status.here()),
                copy(status.there()),
                status.differences().stream().map(Differing::of).toList());
    }

    private static @Nullable Copy copy(Optional<WorkingCopy> copy) {
        return copy.map(Copy::of).orElse(null);
    }

    /** {@code holds_work}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
