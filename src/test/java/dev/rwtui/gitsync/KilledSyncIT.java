package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.SyncFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sync is killed before each command that it runs, in turn. The same again ends right, and undoing brings all back. */
@Timeout(600)
final class KilledSyncIT {

    /** Kills the script with all of its shells, as {@code kill -9} does, once it comes to the command of that number. */
    private static final String SABOTEUR = """
            #!/bin/sh
            lab=${0%/*}/..
            name=${0##*/}
            PATH=${PATH#*:}
            export PATH
            n=$(($(cat "$lab/count") + 1))
            echo $n >"$lab/count"
            if [ $n = "$(cat "$lab/deadly")" ]; then
              echo "$name $*" >"$lab/killed-before"
              victim=$PPID
              while [ $victim -gt 1 ] && [ "$(cat /proc/$victim/comm)" != java ]; do
                next=$(sed 's/.*) . //;s/ .*//' /proc/$victim/stat)
                victims="$victim $victims"
                victim=$next
              done
              kill -9 $victims
              exit 1
            fi
            exec $name "$@"
            """;

    @TempDir
    Path temporary;

    private Clones clones;
    private Path lab;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
        lab = Files.createDirectory(clones.home.resolve("lab"));
        Files.createDirectory(lab.resolve("bin"));
        for (String name : new String[] {"git", "mv", "rm", "ln", "cp", "mkdir", "rmdir", "chmod", "comm"}) {
            Path program = Files.writeString(lab.resolve("bin").resolve(name), SABOTEUR);
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
        clones.pushed("echo new >a.txt; echo four >src/d.txt; git rm -q src/c.txt; mkdir e; echo e >e/e");
        clones.sh(clones.there, """
                cp ../here/a.txt a.txt
                echo mine >src/b.txt
                git add src/b.txt
                echo more >>src/b.txt
                echo scratch >notes.txt; chmod 600 notes.txt
                mkdir -p out/empty
                echo e >e
                dd if=/dev/zero of=model.bin bs=1048576 count=0 seek=60 2>/dev/null
                """);
    }

    @AfterEach
    void close() {
        clones.close();
    }

    @Test
    void killedAtEachCommandAndRunAgainItEndsRightAndHasLostNothing() throws Exception {
        String tree = clones.tree();
        String state = clones.gitState();
        Path byHand = clones.byHand();
        String treeByHand = clones.tree(byHand);
        String stateByHand = clones.gitState(byHand);
        PreparedSync prepared = clones.plan();
        clones.sh(clones.home, "cp -a there pristine");
        int kills = 0;
        for (int deadly = Integer.getInteger("sync.deadly", 1); ; deadly++) {
            clones.sh(clones.home, "rm -rf there; cp -a pristine there; cd there; git status >/dev/null");
            if (!isKilled(prepared, deadly)) {
                break;
            }
            kills++;
            String where = "killed before command " + deadly + ", " + Files.readString(lab.resolve("killed-before"));

            PreparedSync again = clones.plan();
            if (!again.plan().isDone()) {
                clones.carriedOut(again);
            }

            assertThat(clones.tree()).as(where).isEqualTo(treeByHand);
            assertThat(clones.gitState()).as(where).isEqualTo(stateByHand);
            assertThat(Files.exists(clones.there.resolve(".git/index.lock")))
                    .as(where)
                    .isFalse();
            assertThat(Files.exists(clones.there.resolve(".git/rwtui/journal")))
                    .as(where)
                    .isFalse();

            // Each second one: undoing takes as long as all of the rest.
            if (deadly % 2 == 0) {
                clones.undone();

                assertThat(clones.tree()).as(where).isEqualTo(tree);
                assertThat(clones.gitState()).as(where).isEqualTo(state);
            }
        }
        assertThat(kills).isGreaterThan(40);
    }

    private boolean isKilled(PreparedSync prepared, int deadly) throws IOException {
        Files.writeString(lab.resolve("count"), "0\n");
        Files.writeString(lab.resolve("deadly"), deadly + "\n");
        Files.deleteIfExists(lab.resolve("killed-before"));
        String path = Optional.ofNullable(clones.variables.get("PATH")).orElseThrow();
        clones.variables.put("PATH", lab.resolve("bin") + ":" + path);
        try {
            clones.carriedOut(prepared);
            return false;
        } catch (GitSyncException e) {
            assertThat(e.failure().kind())
                    .as("at command %d: %s", deadly, e.failure())
                    .isIn(SyncFailure.Kind.UNREACHABLE, SyncFailure.Kind.BROKEN_OFF);
            assertThat(lab.resolve("killed-before")).exists();
            return true;
        } finally {
            clones.variables.put("PATH", path);
        }
    }
}
