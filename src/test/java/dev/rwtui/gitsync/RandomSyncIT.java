package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random trees, random dirt: a sync ends where the three commands end, and undoing it brings every byte back. The seeds are
 * fixed where CI is true, and fresh elsewhere.
 */
@Timeout(120)
final class RandomSyncIT {

    /** Debian's is dash. */
    private static final List<String> SHELLS = List.of("/bin/sh", "/bin/bash", "/bin/busybox sh");

    @TempDir
    Path temporary;

    static LongStream seeds() {
        long first = "true".equals(System.getenv("CI")) ? 1 : System.nanoTime();
        return LongStream.range(0, Integer.getInteger("sync.count", 6)).map(i -> Long.getLong("sync.seed", first) + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSyncEndsLikeTheCommandsAndUndoingBringsAllBack(long seed) throws IOException, GitSyncException {
        RandomTrees random = new RandomTrees(seed);
        try (Clones clones = new Clones(temporary.toRealPath())) {
            clones.shell = SHELLS.get(Math.floorMod(seed, SHELLS.size()));
            clones.pushed(random.base());
            clones.sh(clones.there, "git pull -q");
            clones.pushed(random.incoming());
            clones.sh(clones.there, random.dirt(clones.here.toString()));
            String tree = clones.tree();
            String state = clones.gitState();
            boolean possible = clones.triesByHand();

            PreparedSync prepared = clones.plan();
            assertThat(prepared.plan().stops()).as("seed %d", seed).isEmpty();
            clones.carriedOut(prepared);

            if (possible) {
                Path byHand = clones.home.resolve("by-hand");
                assertThat(clones.treeAsGit(clones.there))
                        .as("seed %d, files", seed)
                        .isEqualTo(clones.treeAsGit(byHand));
                assertThat(clones.gitState()).as("seed %d, git", seed).isEqualTo(clones.gitState(byHand));
            }
            assertThat(clones.status().there().orElseThrow().isClean()).isTrue();

            clones.undone();

            assertThat(clones.tree()).as("seed %d, files undone", seed).isEqualTo(tree);
            assertThat(clones.gitState()).as("seed %d, git undone", seed).isEqualTo(state);
        }
    }

    /** Whatever was done after the sync: undoing, and undoing that, leads back to it, but for empty directories. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void undoingAnUndoingBringsBackWhatWasDoneSince(long seed) throws IOException, GitSyncException {
        RandomTrees random = new RandomTrees(seed);
        try (Clones clones = new Clones(temporary.toRealPath())) {
            clones.shell = SHELLS.get(Math.floorMod(seed, SHELLS.size()));
            clones.pushed(random.base());
            clones.sh(clones.there, "git pull -q");
            clones.pushed(random.incoming());
            clones.sh(clones.there, random.dirt(clones.here.toString()));
            clones.synced();
            clones.sh(clones.there, random.dirt(clones.here.toString()));
            String tree = files(clones);
            String state = clones.gitState();

            PreparedSync prepared = clones.undoing(Optional.empty());
            if (prepared.plan().canBeCarriedOut()) {
                clones.carriedOut(prepared);
                clones.undone();
            } else {
                assertThat(prepared.plan().stops())
                        .as("seed %d", seed)
                        .allMatch(stop -> stop.kind() == Stop.Kind.IN_THE_WAY);
            }

            assertThat(files(clones)).as("seed %d, files", seed).isEqualTo(tree);
            assertThat(clones.gitState()).as("seed %d, git", seed).isEqualTo(state);
        }
    }

    private static String files(Clones clones) {
        return clones.tree().replaceAll("(?m)^d .*\n", "");
    }
}
