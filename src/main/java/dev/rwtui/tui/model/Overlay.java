package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import java.util.List;
import java.util.Optional;

/** What lies over the panes. */
public sealed interface Overlay {

    /** Lines, of which the screen shows as many as it has room for. */
    sealed interface Page extends Overlay {

        /** Lines above the first one shown. */
        int scroll();

        /** The same further up or down. */
        Page at(int line);
    }

    /**
     * All keys.
     *
     * @param scroll lines above the first one shown
     */
    record Help(int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new Help(line);
        }
    }

    /**
     * What rwtui did.
     *
     * @param back lines that the view was scrolled up from the newest
     */
    record Log(int back) implements Overlay {}

    /**
     * A command that is being typed.
     *
     * @param chosen what is shown of the suggestion that is chosen: its place changes with the configuration; empty for none
     */
    record CommandLine(String text, Optional<String> chosen) implements Overlay {

        public static final CommandLine EMPTY = new CommandLine("", Optional.empty());

        /** With another text no suggestion is chosen any more. */
        public CommandLine typed(String newText) {
            return new CommandLine(newText, Optional.empty());
        }
    }

    /**
     * What is installed in an environment.
     *
     * @param scroll lines above the first one shown
     */
    record Packages(Pythons.Key environment, int scroll, Filter filter) implements Page {
        @Override
        public Page at(int line) {
            return new Packages(environment, line, filter);
        }
    }

    /** What an IDE needs to use an environment. */
    record ForIde(Pythons.Key environment, Form form, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new ForIde(environment, form, line);
        }
    }

    /**
     * How two environments differ.
     *
     * @param compared empty until the engine has said it
     */
    record Comparing(EnvironmentRef here, EnvironmentRef there, Optional<Compared> compared, int scroll)
            implements Page {
        @Override
        public Page at(int line) {
            return new Comparing(here, there, compared, line);
        }
    }

    /** What a machine has and how busy it is. */
    record MachineView(HostAlias host, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new MachineView(host, line);
        }
    }

    /**
     * Where GPUs are free.
     *
     * @param count how many are wanted on one machine
     */
    record FreeGpus(int count, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new FreeGpus(count, line);
        }
    }

    /**
     * What a git-sync, or its undoing, would do.
     *
     * @param wish how the git-sync is wanted; empty for an undoing
     */
    record Plan(HostAlias host, SyncPlan plan, Optional<SyncWish> wish, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new Plan(host, plan, wish, line);
        }
    }

    /**
     * Why a git-sync, or its undoing, could not be planned or carried out.
     *
     * @param wish how a plan was wanted; empty where it was none of a git-sync
     */
    record SyncFailed(HostAlias host, SyncFailure failure, Optional<SyncWish> wish) implements Overlay {}

    /** How a git-sync ended that did not end as it should. */
    record SyncDone(HostAlias host, SyncOutcome outcome, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new SyncDone(host, outcome, line);
        }
    }

    /** Every path on a host that is not as its commit has it. */
    record Differences(HostAlias host, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new Differences(host, line);
        }
    }

    /**
     * What git-syncs have kept on a host.
     *
     * @param marked id of the one that keys act on; empty for the first
     */
    record Backups(HostAlias host, Optional<String> marked) implements Overlay {}

    /** What a backup holds. */
    record BackupText(HostAlias host, String backup, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new BackupText(host, backup, line);
        }
    }

    /** Something is asked of the engine after a yes alone. */
    sealed interface Confirmation extends Overlay {

        /** What a yes asks. */
        SyncAsk ask();
    }

    /** A backup would be gone for ever: is that meant? */
    record ConfirmDrop(HostAlias host, Backup backup) implements Confirmation {
        @Override
        public SyncAsk ask() {
            return new SyncAsk.DropBackups(host, List.of(backup.id()));
        }
    }

    /** A clone would be made on a host: is that meant? */
    record ConfirmClone(HostAlias host, String url, String path) implements Confirmation {
        @Override
        public SyncAsk ask() {
            return new SyncAsk.MakeClone(host, path);
        }
    }

    /** How it is put for an IDE. */
    enum Form {
        PYCHARM("PyCharm"),
        VS_CODE("VS Code");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public Form other() {
            return this == PYCHARM ? VS_CODE : PYCHARM;
        }
    }

    /** Quitting would close tunnels: is that meant? */
    record ConfirmQuit() implements Overlay {}

    /** Rows that the screen has room for below header and banner, above the footer and inside of a frame; at least one. */
    static int room(AppState state) {
        int banner = state.facts().configuration().problems().isEmpty() ? 0 : 1;
        return Math.max(1, state.client().rows() - 4 - banner);
    }
}
