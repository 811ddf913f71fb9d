package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.PathFate.Fate;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people and their programs set for git makes no difference to what is read from it. */
@Timeout(60)
final class HostileSettingsIT {

    private static final String ALL_AT_ONCE = """
            c() { git config "$@"; }
            c core.quotePath false; c status.relativePaths true; c color.ui always; c color.status always
            c diff.noprefix true; c diff.mnemonicPrefix true; c diff.external false; c diff.renames copies
            c diff.algorithm histogram; c diff.context 0; c diff.interHunkContext 9; c diff.wordRegex .
            echo '*.txt' >../order; c diff.orderFile "$PWD/../order"; c diff.relative true; c diff.submodule log; c diff.colorMoved zebra
            c log.showSignature true; c log.decorate full; c log.date raw; c log.follow true; c format.pretty raw
            c core.pager 'false'; c pager.log 'false'; c pager.diff 'false'; c core.editor false
            c alias.status 'log'; c alias.st '!false'; c status.branch true; c status.short true
            c status.showStash true; c status.submoduleSummary true; c status.renames copies
            c status.aheadBehind false; c status.displayCommentPrefix true; c column.ui always
            c status.showUntrackedFiles no; c diff.ignoreSubmodules all; c core.untrackedCache true
            c commit.gpgSign true; c tag.gpgSign true; c gpg.program false; c fetch.prune true
            c fetch.output compact; c core.abbrev 4; c core.logAllRefUpdates false; c core.commentChar '?'
            c core.safecrlf true; c core.whitespace tab-in-indent; c apply.whitespace error
            c merge.ff no; c pull.rebase true; c branch.main.rebase true; c rerere.enabled true
            c submodule.recurse true; c core.warnAmbiguousRefs true; c log.excludeDecoration '*'
            c diff.x.textconv false; c diff.x.command false; c core.attributesFile ../attributes
            c i18n.logOutputEncoding ISO-8859-1; c i18n.commitEncoding ISO-8859-1; c transfer.fsckObjects true
            c blame.coloring repeatedLines; c grep.lineNumber true; c uploadpack.hideRefs refs/rwtui
            c safe.bareRepository explicit; c advice.statusHints true; c push.default nothing
            echo '* diff=x' >../attributes
            git tag HEAD 2>/dev/null || :
            git branch refs/heads/main 2>/dev/null || :
            """;

    private static final String DIRT = """
            cp ../here/a.txt .
            echo mine >src/b.txt; git add src/b.txt; echo more >>src/b.txt
            echo x >"$(printf 'new\\nline')"; echo x >"$(printf 'caf\\351')"; mkdir -p 'out put'; echo x >'out put/ü'
            echo x >./-dash; ln -s nowhere link
            """;

    @TempDir
    Path temporary;

    private Clones clones;

    @BeforeEach
    void make() throws IOException {
        clones = new Clones(temporary.toRealPath());
        clones.sh(clones.home, """
                git config --global protocol.file.allow always
                git init -q lib; cd lib; echo 1 >s; git add s; git commit -q -m 1
                """);
        clones.pushed("git submodule --quiet add ../lib sub");
        clones.sh(clones.there, "git pull -q; git submodule --quiet update --init");
        clones.pushed("echo new >a.txt; git rm -q src/c.txt; echo d >d.txt");
        clones.sh(clones.there, DIRT + "echo dirty >sub/s");
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private void syncs() throws GitSyncException {
        String tree = clones.tree();
        String index = clones.sh(clones.there, "git ls-files -s");

        assertThat(clones.status().verdict().kind()).isEqualTo(Verdict.Kind.HOLDS_WORK);
        SyncPlan plan = clones.plan().plan();
        clones.synced();

        assertThat(Clones.fates(plan))
                .containsEntry("a.txt", Fate.UNTOUCHED)
                .containsEntry("src/b.txt", Fate.OVERWRITTEN)
                .containsEntry("src/c.txt", Fate.DELETED)
                .containsEntry("d.txt", Fate.CREATED)
                .containsEntry("new\nline", Fate.REMOVED)
                .containsEntry("out put/ü", Fate.REMOVED)
                .containsEntry("-dash", Fate.REMOVED)
                .containsEntry("link", Fate.REMOVED)
                .hasSize(plan.paths().size());
        assertThat(clones.sh(
                        clones.there,
                        "git rev-parse HEAD^0; git ls-files -s; git -c status.short=false -c color.status=never"
                                + " status --porcelain --ignore-submodules=dirty -uall | grep -v '^##' || :"))
                .isEqualTo(clones.sh(clones.here, "git rev-parse HEAD; git ls-files -s"));
        assertThat(clones.sh(clones.there, "cat sub/s")).isEqualTo("dirty\n");
        assertThat(clones.shown(clones.backups().get(0).id())).contains("+mine", "+more", "diff --git a/src/b.txt");

        clones.undone();

        assertThat(clones.tree()).isEqualTo(tree);
        assertThat(clones.sh(clones.there, "git ls-files -s")).isEqualTo(index);
    }

    @Test
    void allSettingsAtOnce() throws GitSyncException {
        clones.sh(clones.there, ALL_AT_ONCE);

        syncs();
    }

    @Test
    void theEnvironmentOfTheLoginShell() throws GitSyncException {
        clones.sh(clones.home, "git init -q decoy; cd decoy; echo 1 >1; git add 1; git commit -q -m decoy");
        String decoy = clones.home.resolve("decoy").toString();
        String before = clones.sh(clones.home, "find decoy -type f -print0 | sort -z | xargs -0 sha1sum");
        for (String[] pair : new String[][] {
            {"GIT_DIR", decoy + "/.git"},
            {"GIT_WORK_TREE", decoy},
            {"GIT_INDEX_FILE", decoy + "/.git/index"},
            {"GIT_OBJECT_DIRECTORY", decoy + "/.git/objects"},
            {"GIT_COMMON_DIR", decoy + "/.git"},
            {"GIT_NAMESPACE", "space"},
            {"GIT_PREFIX", "src/"},
            {"GIT_LITERAL_PATHSPECS", "1"},
            {"GIT_CONFIG_PARAMETERS", "'core.bare=true'"},
            {"GIT_EXTERNAL_DIFF", "false"},
            {"GIT_SHALLOW_FILE", "/nonexistent"},
            {"GIT_GRAFT_FILE", "/nonexistent"},
            {"GIT_AUTHOR_DATE", "nonsense"},
            {"GIT_COMMITTER_DATE", "nonsense"},
            {"GIT_TRACE", "1"},
            {"GIT_TRACE2_EVENT", "1"},
            {"GIT_PAGER", "false"},
            {"GIT_REFLOG_ACTION", "mine"},
            {"GIT_DEFAULT_HASH", "sha256"},
            {"GIT_ATTR_SOURCE", "HEAD"},
            {"CDPATH", "/"},
            {"IFS", "/"},
            {"POSIXLY_CORRECT", "1"},
            {"GREP_OPTIONS", "-v"},
            {"LS_COLORS", "di=1"},
            {"QUOTING_STYLE", "shell-always"},
            {"TIME_STYLE", "full-iso"},
            {"BLOCK_SIZE", "1"},
            {"_tmp", "/nonexistent"},
            {"owner", "changing"},
            {"onto", "nothing"},
            {"known", "nonsense"},
            {"ENV", "/nonexistent"},
        }) {
            clones.elsewhere.put(pair[0], pair[1]);
        }

        syncs();

        assertThat(clones.sh(clones.home, "find decoy -type f -print0 | sort -z | xargs -0 sha1sum"))
                .isEqualTo(before);
    }
}
