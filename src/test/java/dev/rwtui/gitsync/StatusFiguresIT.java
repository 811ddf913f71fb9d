package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a look at 100,000 files costs, beside what git itself takes for it. Prints figures. */
@Timeout(240)
final class StatusFiguresIT {

    private static final int ROUNDS = 3;

    /** Of the goal; the rest is for machines that do something else beside. */
    private static final double AT_MOST = 3.0;

    @TempDir
    Path temporary;

    @Test
    void aLookAtAHundredThousandFilesCostsLittleMoreThanGitsOwn() throws IOException, GitSyncException {
        try (Clones clones = new Clones(temporary.toRealPath())) {
            clones.pushed("for d in $(seq 1 500); do mkdir -p big/$d; (cd big/$d; touch $(seq 1 200)); done");
            clones.sh(clones.there, "git pull -q; git status >/dev/null");
            clones.sh(clones.here, "git status >/dev/null");
            report("clean", clones, Verdict.Kind.SAME_CODE, Verdict.Kind.OTHER_COMMIT);

            clones.pushed("for d in $(seq 1 10); do for f in $(seq 1 5); do echo new >big/$d/$f; done; done");
            clones.sh(clones.home, "cp -r here/big/1 here/big/2 here/big/3 there/big");
            clones.sh(clones.there, "git fetch -q; git status >/dev/null");
            report("600 files uploaded, 15 of them changed", clones, Verdict.Kind.INCOMING, Verdict.Kind.INCOMING);
        }
    }

    private static void report(String what, Clones clones, Verdict.Kind kind, Verdict.Kind kindThere)
            throws GitSyncException {
        long[] git = new long[ROUNDS];
        long[] there = new long[ROUNDS];
        long[] both = new long[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            clones.sh(clones.there, "git --no-optional-locks status >/dev/null");
            long asked = System.nanoTime();
            Verdict alone = clones.statusThere().verdict();
            long answered = System.nanoTime();
            Verdict verdict = clones.status().verdict();
            long ended = System.nanoTime();
            assertThat(alone.kind()).as(alone.words()).isEqualTo(kindThere);
            assertThat(verdict.kind()).as(verdict.words()).isEqualTo(kind);
            if (round >= 0) {
                git[round] = asked - begun;
                there[round] = answered - asked;
                both[round] = ended - answered;
            }
        }
        double ratio = (double) median(there) / median(git);
        System.out.printf(
                "100,000 files, %s: git status %d ms, rwtui there %d ms (%.2f), both sides on one machine %d ms%n",
                what, millis(median(git)), millis(median(there)), ratio, millis(median(both)));
        assertThat(ratio).isLessThan(AT_MOST);
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
