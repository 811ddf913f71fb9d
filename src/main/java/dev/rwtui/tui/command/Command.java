package dev.rwtui.tui.command;

import com.google.errorprone.annotations.Immutable;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Key;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything a key can do, in the order in which footer and help name it. */
public enum Command {
    CONNECT(
            keys("Enter"),
            Place.LISTS_HOSTS,
            Labels::connect,
            "connect, open all its forwards; retry now",
            Rules::connect),
    USE_TUNNEL(
            keys("Enter"), Place.LISTS_TUNNELS, Labels::useTunnel, "open the tunnel, then browse it", Rules::useTunnel),
    PACKAGES(
            keys("Enter"),
            Place.LISTS_PYTHONS,
            state -> "packages",
            "what is installed in the environment",
            Rules::packages),
    COPY_PYTHON(
            keys("y"),
            Place.LISTS_PYTHONS,
            state -> "copy path",
            "copy the path of the environment's python",
            Rules::interpreter),
    FOR_IDE(keys("i"), Place.LISTS_PYTHONS, state -> "for an IDE", "what an IDE needs to use it", Rules::interpreter),
    COMPARE(
            keys("="),
            Place.LISTS_PYTHONS,
            state -> "compare",
            "compare with another, or with a file",
            Rules::packages),
    CHOOSE(keys("*"), Place.LISTS_PYTHONS, state -> "choose", "make it the repository's python there", Rules::choose),
    SURVEY(keys("R"), Place.LISTS_PYTHONS, state -> "look again", "look for environments again", Rules::survey),
    OTHER_FORM(
            keys("Tab"), Place.FOR_IDE, state -> "other form", "between PyCharm's form and VS Code's", Rules::always),
    COPY_ALL(keys("y"), Place.FOR_IDE, state -> "copy", "copy all of it", Rules::always),
    COPY_COMMANDS(
            keys("y"),
            Place.COMPARING,
            state -> "copy commands",
            "copy what would make the other one equal",
            Rules::commands),
    CARRY_OUT(keys("y"), Place.PLAN, Labels::carryOut, "do it", SyncRules::carryOut),
    KEEP_COMMITS(
            keys("k"), Place.PLAN, state -> "keep on a branch", "keep those commits on a branch", SyncRules::commits),
    PUSH_COMMITS(keys("p"), Place.PLAN, state -> "push", "push those commits first", SyncRules::commits),
    LEAVE_PLAN(keys("n", "Esc", "Enter"), Place.PLAN, state -> "close", "do nothing", Rules::always),
    PLAN_UP(keys("Up"), Place.SILENT_PLAN, state -> "up", "one line up", Rules::always),
    PLAN_DOWN(keys("Down", "j"), Place.SILENT_PLAN, state -> "down", "one line down", Rules::always),
    BRING(keys("h"), Place.SYNC_FAILED, state -> "bring from here", "bring the commits from here", SyncRules::bring),
    LEAVE_FAILURE(keys("n", "Esc", "Enter"), Place.SYNC_FAILED, state -> "close", "back to the panes", Rules::always),
    SHOW_BACKUP(keys("Enter"), Place.BACKUPS, state -> "show", "what the backup holds", SyncRules::backup),
    UNDO_TO(keys("z"), Place.BACKUPS, state -> "undo to it", "go back to the state before it", SyncRules::undoTo),
    DROP_BACKUP(keys("D"), Place.BACKUPS, state -> "drop", "drop it for ever; asks first", SyncRules::backup),
    CONFIRM(keys("y"), Place.CONFIRMING, Labels::confirm, "yes", Rules::always),
    DO_NOT(keys("n", "Esc", "Enter"), Place.CONFIRMING, state -> "do not", "no", Rules::always),
    FIND_PACKAGE(keys("/"), Place.PACKAGES, state -> "find", "find packages by name", Rules::always),
    RECONNECT(
            keys("r"),
            Place.SILENT_PANES,
            state -> "reconnect",
            "make the session again, as configured now",
            Rules::reconnect),
    CANCEL(keys("Esc"), Place.PANES, Labels::cancel, "cancel connecting, clear filter, go back", Rules::cancel),
    TOGGLE(keys("t"), Place.LISTS, Labels::toggle, "open or close the marked tunnel", Rules::toggle),
    TOGGLE_ALL(keys("a"), Place.LISTS, Labels::toggleAll, "open all tunnels, close them if all open", Rules::toggleAll),
    BROWSE(keys("o"), Place.LISTS, state -> "browse", "open in the browser; copy what is no page", Rules::browse),
    COPY(keys("y"), Place.LISTS, state -> "copy", "copy the marked tunnel's URL or address", Rules::marked),
    GIT_SYNC(
            keys("g"), Place.PANES, state -> "git-sync", "make the repository there right; plan first", SyncRules::git),
    DIFFERENCES(
            keys("Enter"), Place.SHOWS_SYNC, state -> "differences", "every path that differs", SyncRules::differences),
    UNDO(keys("z"), Place.SHOWS_SYNC, state -> "undo", "undo the last git-sync; shows the plan", SyncRules::git),
    BACKUPS(keys("b"), Place.SHOWS_SYNC, state -> "backups", "what git-syncs have kept there", SyncRules::git),
    STATUS(keys("R"), Place.SHOWS_SYNC, state -> "read again", "read how the code stands again", SyncRules::sync),
    CLONE(keys("c"), Place.SHOWS_SYNC, state -> "clone", "make a clone where there is none", SyncRules::makeClone),
    MAP(keys("m"), Place.CODE, state -> "map", "say where the repository is on this host", Rules::map),
    MACHINE(keys("f"), Place.PANES, state -> "machine", "GPUs, load, memory and disks of the host", Rules::machine),
    FREE_GPU(keys("F"), Place.SILENT_PANES, state -> "free GPUs", "connected hosts with free GPUs", Rules::always),
    SHELL(keys("s"), Place.PANES, state -> "shell", "a shell on the host; ~. ends it", Rules::shell),
    DISCONNECT(
            keys("x"), Place.PANES, Labels::disconnect, "end the session, close the host's tunnels", Rules::disconnect),
    PREVIOUS_TUNNEL(keys("["), Place.SILENT_LISTS, state -> "mark up", "move the tunnel mark up", Rules::marked),
    NEXT_TUNNEL(keys("]"), Place.SILENT_LISTS, state -> "mark down", "move the tunnel mark down", Rules::marked),
    CHECKING(keys("p"), Place.SILENT_LISTS, state -> "checks", "checks of the marked tunnel off or on", Rules::marked),
    COMMAND(keys(":"), Place.PANES, state -> "command", "type a command: connect any name", Rules::always),
    FIND(keys("/"), Place.PANES, state -> "find", "find by name, description or destination", Rules::find),
    LOG(keys("!"), Place.PANES, state -> "log", "what rwtui did; problems of the config", Rules::always),
    RELOAD(keys("R"), Place.SILENT_LISTS, state -> "refresh", "read the configuration again", Rules::always),
    FOCUS_HOSTS(keys("1", "Left"), Place.SILENT_PANES, state -> "hosts", "focus the hosts", Rules::always),
    FOCUS_TUNNELS(keys("2", "Right"), Place.SILENT_PANES, state -> "tunnels", "focus the tunnels", Rules::always),
    FOCUS_PYTHON(keys("3"), Place.SILENT_PANES, state -> "python", "focus the environments", Rules::always),
    FOCUS_SYNC(keys("4"), Place.SILENT_PANES, state -> "sync", "focus the state of the code", Rules::always),
    NEXT_PANE(keys("Tab"), Place.SILENT_PANES, state -> "next pane", "focus the next pane", Rules::always),
    PREVIOUS_PANE(
            keys("S-Tab"), Place.SILENT_PANES, state -> "previous pane", "focus the previous pane", Rules::always),
    UP(keys("Up", "k"), Place.MOVING, state -> "up", "one line up", Rules::always),
    DOWN(keys("Down", "j"), Place.MOVING, state -> "down", "one line down", Rules::always),
    PAGE_UP(keys("PgUp", "C-u"), Place.PAGING, state -> "page up", "one page up", Rules::always),
    PAGE_DOWN(keys("PgDn", "C-d"), Place.PAGING, state -> "page down", "one page down", Rules::always),
    FIRST(keys("Home"), Place.PAGING, state -> "first", "to the first line", Rules::always),
    LAST(keys("End"), Place.PAGING, state -> "last", "to the last line", Rules::always),
    KEEP_FILTER(
            keys("Enter"), Place.FINDING, state -> "keep", "keep the filter and go back to the list", Rules::always),
    CLEAR_FILTER(keys("Esc"), Place.FINDING, state -> "clear", "clear the filter", Rules::always),
    ERASE(keys("Backspace"), Place.SILENT_FINDING, state -> "erase", "erase a character", Rules::always),
    ERASE_ALL(keys("C-u"), Place.SILENT_FINDING, state -> "erase all", "erase all", Rules::always),
    FOUND_UP(keys("Up"), Place.SILENT_FINDING, state -> "up", "select the match above", Rules::always),
    FOUND_DOWN(keys("Down"), Place.SILENT_FINDING, state -> "down", "select the match below", Rules::always),
    RUN(keys("Enter"), Place.COMMANDING, state -> "run", "run what is typed or chosen", Rules::always),
    COMPLETE(keys("Tab"), Place.COMMANDING, state -> "complete", "take the suggestion", Rules::always),
    LEAVE(keys("Esc"), Place.COMMANDING, state -> "leave", "leave the command line", Rules::always),
    CHOOSE_UP(keys("Up", "S-Tab"), Place.SILENT_COMMANDING, state -> "up", "choose the one above", Rules::always),
    CHOOSE_DOWN(keys("Down"), Place.SILENT_COMMANDING, state -> "down", "choose the one below", Rules::always),
    ERASE_TYPED(
            keys("Backspace"),
            Place.SILENT_COMMANDING,
            state -> "erase",
            "erase a character; leave an empty line",
            Rules::always),
    ERASE_LINE(keys("C-u"), Place.SILENT_COMMANDING, state -> "erase all", "erase the line", Rules::always),
    SEND(keys("Enter"), Place.ANSWERING, state -> "send", "next field, or send the answer", Rules::always),
    DECLINE(keys("Esc"), Place.ANSWERING, state -> "cancel", "give no answer", Rules::always),
    ACCEPT_KEY(keys("y"), Place.HOST_KEY, state -> "accept and record", "accept the host key", Rules::always),
    REFUSE_KEY(keys("n", "Esc", "Enter"), Place.HOST_KEY, state -> "refuse", "refuse the host key", Rules::always),
    QUIT_ANYWAY(keys("y"), Place.QUITTING, state -> "quit", "quit and close the tunnels", Rules::always),
    STAY(keys("n", "Esc", "Enter"), Place.QUITTING, state -> "stay", "stay", Rules::always),
    CLOSE(keys("Esc", "q", "?", "!"), Place.READING, state -> "back", "back to the panes", Rules::always),
    HELP(keys("?"), Place.PANES, state -> "help", "show all keys", Rules::always),
    QUIT(keys("q"), Place.PANES, state -> "quit", "quit; asks while tunnels are open", Rules::always),
    INTERRUPT(
            keys("C-c"), Place.EVERYWHERE, state -> "quit", "quit; asks first, a second one just goes", Rules::always),
    REPAINT(keys("C-l"), Place.EVERYWHERE, state -> "repaint", "draw the screen anew", Rules::always),
    SUSPEND(keys("C-z"), Place.EVERYWHERE, state -> "suspend", "suspend; fg brings it back", Rules::always);

    // List.copyOf below: nobody can change it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Key> keys;

    private final Place place;
    private final Label label;
    private final String help;
    private final Rule rule;

    Command(List<Key> keys, Place place, Label label, String help, Rule rule) {
        this.keys = List.copyOf(keys);
        this.place = place;
        this.label = label;
        this.help = help;
        this.rule = rule;
    }

    private static final List<Command> TYPED = List.of(
            CONNECT,
            RECONNECT,
            SHELL,
            DISCONNECT,
            TOGGLE,
            TOGGLE_ALL,
            BROWSE,
            COPY,
            PACKAGES,
            COPY_PYTHON,
            MACHINE,
            FREE_GPU,
            COMPARE,
            CHOOSE,
            MAP,
            FOR_IDE,
            SURVEY,
            GIT_SYNC,
            DIFFERENCES,
            UNDO,
            BACKUPS,
            CLONE,
            STATUS,
            CHECKING,
            FIND,
            LOG,
            RELOAD,
            HELP,
            REPAINT,
            SUSPEND,
            QUIT);

    private static List<Key> keys(String... names) {
        return java.util.Arrays.stream(names).map(Key::new).toList();
    }

    /** Those that can be typed after a colon, in the order of the table. */
    public static List<Command> typed() {
        return TYPED;
    }

    /** What is typed for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a key does there; empty where it is bound to nothing. */
    public static Optional<Command> of(Key key, Context context) {
        for (Command command : values()) {
            if (command.contexts().contains(context) && command.keys.contains(key)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    public List<Key> keys() {
        return keys;
    }

    public Set<Context> contexts() {
        return place.contexts();
    }

    /** Whether the footer names it where it works. */
    public boolean isInFooter() {
        return place.isNamed();
    }

    /** One word or two, for the footer: what it would do now. */
    public String label(AppState state) {
        return label.of(state);
    }

    /** A line for help and README, lower case, without a full stop. */
    public String help() {
        return help;
    }

    public Availability availability(AppState state) {
        return rule.of(state);
    }

    @Immutable
    private interface Label {
        String of(AppState state);
    }

    @Immutable
    private interface Rule {
        Availability of(AppState state);
    }
}
