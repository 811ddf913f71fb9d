package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rwtui.gitsync.model.PathFate;
import dev.rwtui.gitsync.model.PathFate.Keeping;
import dev.rwtui.gitsync.model.Stop;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.testing.Privilege;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What git should not have to hold is renamed, and comes back as it was. */
@Timeout(60)
final class LargeFilesIT {

    private static final String FACTS = "stat -c '%n %i %a %s %Y'";

    @TempDir
    Path temporary;

    private Clones clones;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
        clones.pushed("echo new >a.txt");
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private static Map<String, Keeping> keepings(SyncPlan plan) {
        return plan.paths().stream()
                .filter(path -> path.keeping() != Keeping.NOT_NEEDED)
                .collect(Collectors.toMap(PathFate::path, PathFate::keeping));
    }

    @Test
    void aCheckpointThatNobodyIgnoredIsRenamedAndComesBack() throws GitSyncException {
        clones.sh(
                clones.there,
                "mkdir 'out put'; truncate -s 60M 'out put/model.bin'; chmod 640 'out put/model.bin';"
                        + " touch -d @1000000000 'out put/model.bin'");
        String facts = clones.sh(clones.there, FACTS + " 'out put/model.bin'");

        PreparedSync prepared = clones.plan();
        clones.carriedOut(prepared);

        assertThat(prepared.plan().space().setAside()).isEqualTo(60L << 20);
        assertThat(keepings(prepared.plan())).containsEntry("out put/model.bin", Keeping.SET_ASIDE);
        assertThat(clones.isThere("out put")).isFalse();
        assertThat(clones.backups())
                .singleElement()
                .satisfies(backup -> assertThat(backup.setAside()).isEqualTo(60L << 20));
        assertThat(clones.sh(clones.there, "du -sk .git/objects | cut -f 1")
                        .strip()
                        .length())
                .isLessThan(4);

        clones.undone();

        assertThat(clones.sh(clones.there, FACTS + " 'out put/model.bin'")).isEqualTo(facts);
    }

    @Test
    void ofManyTheLargestAreRenamed() throws GitSyncException {
        clones.limit(1000, 2000);
        clones.sh(
                clones.there,
                "for i in 1 2 3 4 5 6; do head -c ${i}00 /dev/urandom >f$i; done; head -c 1001 /dev/zero >g");
        String tree = clones.tree();

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(keepings(plan))
                .containsEntry("f6", Keeping.SET_ASIDE)
                .containsEntry("g", Keeping.SET_ASIDE)
                .containsEntry("f5", Keeping.IN_BACKUP)
                .containsEntry("f1", Keeping.IN_BACKUP);
        assertThat(clones.sh(clones.there, "git status --porcelain")).isEmpty();

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void aTrackedFileThatHasGrownIsRenamedToo() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(
                clones.there, "head -c 5000 /dev/urandom >src/b.txt; head -c 6000 /dev/urandom >a.txt; git add a.txt");

        SyncPlan plan = clones.syncsLikeTheCommandsAndUndoes();

        assertThat(keepings(plan))
                .containsEntry("src/b.txt", Keeping.SET_ASIDE)
                .containsEntry("a.txt", Keeping.SET_ASIDE);
    }

    @Test
    void aFileThatIsOpenIsWrittenOnToWhereverItIs() throws Exception {
        clones.limit(10, 100_000);
        Path log = clones.there.resolve("nohup.out");
        try (OutputStream job = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            job.write("before the sync\n".getBytes(StandardCharsets.UTF_8));
            clones.synced();
            assertThat(log).doesNotExist();
            job.write("after it\n".getBytes(StandardCharsets.UTF_8));
            clones.undone();
            job.write("at last\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("before the sync\nafter it\nat last");
    }

    @Test
    void whatCannotBeReadIsRenamed() throws GitSyncException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root, who reads all, becomes another user");
        clones.sh(clones.there, "echo secret >secret; echo mine >a.txt; chmod 000 secret a.txt");
        clones.sh(clones.home, "chown -R 12345:12345 .");
        clones.shell = "setpriv --reuid=12345 --regid=12345 --clear-groups /bin/sh";
        String facts = clones.sh(clones.there, FACTS + " secret a.txt");

        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(plan.stops()).isEmpty();
        assertThat(keepings(plan)).containsEntry("secret", Keeping.SET_ASIDE).containsEntry("a.txt", Keeping.SET_ASIDE);
        assertThat(clones.isThere("secret")).isFalse();
        assertThat(clones.sh(clones.there, "cat a.txt")).isEqualTo("new\n");

        clones.undone();

        assertThat(clones.sh(clones.there, FACTS + " secret a.txt")).isEqualTo(facts);
    }

    @Test
    void whatIsOnAnotherFileSystemCannotBeRenamed() throws Exception {
        Privilege.need();
        clones.limit(1000, 100_000);
        clones.sh(clones.there, "mkdir mnt; mount -t tmpfs -o size=1m none mnt; head -c 5000 /dev/zero >mnt/big");
        try {
            SyncPlan plan = clones.plan().plan();

            assertThat(plan.stops())
                    .singleElement()
                    .satisfies(
                            stop -> assertThat(stop.kind()).isEqualTo(Stop.Kind.CANNOT_KEEP),
                            stop -> assertThat(stop.why()).contains("mnt/big", "another file system"));
        } finally {
            clones.sh(clones.there, "umount mnt");
        }
    }

    @Test
    void whatWasBroughtBackOnceIsFoundWhereItIs() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(clones.there, "head -c 5000 /dev/urandom >big; echo note >note");
        String tree = clones.tree();
        clones.synced();
        String first = clones.backups().get(0).id();
        clones.undone();

        // All is as the backup has it, but for what it has not got any more.
        clones.carriedOut(clones.undoing(Optional.of(first)));

        assertThat(clones.tree()).isEqualTo(tree);

        clones.synced();

        assertThat(clones.undoing(Optional.of(first)).plan().stops())
                .singleElement()
                .satisfies(
                        stop -> assertThat(stop.kind()).isEqualTo(Stop.Kind.CHANGED),
                        stop -> assertThat(stop.why()).contains("big was set aside then"));
        clones.undone();
        assertThat(clones.tree()).isEqualTo(tree);
    }

    @Test
    void whatWasSetAsideGoesWithItsBackup() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(clones.there, "head -c 5000 /dev/urandom >big");
        clones.synced();
        String id = clones.backups().get(0).id();
        assertThat(clones.isThere(".git/rwtui/backup/" + id + "/1")).isTrue();

        clones.drop(id);

        assertThat(clones.backups()).isEmpty();
        assertThat(clones.isThere(".git/rwtui")).isFalse();
        assertThat(clones.sh(clones.there, "git for-each-ref refs/rwtui")).isEmpty();
    }

    @Test
    void anUndoingSetsAsideWhatIsLargeBySince() throws GitSyncException {
        clones.limit(1000, 100_000);
        clones.sh(clones.there, "head -c 5000 /dev/urandom >src/b.txt");
        String before = clones.tree();
        clones.synced();
        clones.sh(clones.there, "head -c 7000 /dev/urandom >src/b.txt");
        String since = clones.tree();

        clones.undone();
        assertThat(clones.tree()).isEqualTo(before);
        clones.undone();

        assertThat(clones.tree()).isEqualTo(since);
    }
}
