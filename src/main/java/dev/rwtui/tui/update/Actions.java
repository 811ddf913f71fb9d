package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.command.Command;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Effect;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tui.model.Pending.Wish;
import dev.rwtui.tui.model.WebAddress;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a command that can work does. */
final class Actions {

    private Actions() {}

    static Step run(AppState state, Command command) {
        return switch (command) {
            case CONNECT -> connect(state);
            case RECONNECT -> onHost(state, Wish.RECONNECT, Effect.Reconnect::new);
            case DISCONNECT -> onHost(state, Wish.DISCONNECT, Effect.Disconnect::new);
            case CANCEL -> cancel(state);
            case USE_TUNNEL ->
                onMark(state, tunnel -> Facts.isOpen(tunnel) ? browse(state, tunnel) : open(state, tunnel));
            case TOGGLE -> onMark(state, tunnel -> Facts.isOpen(tunnel) ? close(state, tunnel) : open(state, tunnel));
            case TOGGLE_ALL -> toggleAll(state);
            case BROWSE -> onMark(state, tunnel -> browse(state, tunnel));
            case PACKAGES -> Pythonic.packages(state);
            case COPY_PYTHON -> Pythonic.copy(state);
            case FOR_IDE -> Pythonic.forIde(state);
            case CHOOSE -> Pythonic.choose(state);
            case MAP -> Step.of(Pythonic.mapping(state));
            case GIT_SYNC -> Syncing.plan(state);
            case DIFFERENCES -> Syncing.differences(state);
            case UNDO -> Syncing.undo(state);
            case BACKUPS -> BackupKeys.list(state);
            case CLONE -> Syncing.makeClone(state);
            case STATUS -> Syncing.read(state);
            case CARRY_OUT -> Syncing.carryOut(state);
            case KEEP_COMMITS -> Syncing.keepCommits(state);
            case PUSH_COMMITS -> Syncing.pushCommits(state);
            case BRING -> Syncing.bring(state);
            case SHOW_BACKUP -> BackupKeys.show(state);
            case UNDO_TO -> BackupKeys.undoTo(state);
            case DROP_BACKUP -> BackupKeys.drop(state);
            case CONFIRM -> Syncing.confirmed(state);
            case MACHINE -> machine(state);
            case FREE_GPU -> freeGpus(state, 1);
            case COMPARE -> Step.of(Pythonic.choosing(state));
            case COPY_COMMANDS -> Pythonic.copyCommands(state);
            case OTHER_FORM -> Step.of(Pythonic.otherForm(state));
            case COPY_ALL -> Pythonic.copyAll(state);
            case SURVEY -> Pythonic.survey(state);
            case COPY -> onMark(state, tunnel -> Step.of(state, new Effect.Copy(WebAddress.of(tunnel))));
            case CHECKING -> onMark(state, tunnel -> toggleChecking(state, tunnel));
            case PREVIOUS_TUNNEL -> Step.of(Selection.markMovedBy(state, -1));
            case NEXT_TUNNEL -> Step.of(Selection.markMovedBy(state, 1));
            case RELOAD ->
                Step.of(Keys.beginning(state, "reading the configuration again"), new Effect.ReloadConfiguration());
            case UP, FOUND_UP, PLAN_UP -> moved(state, -1);
            case DOWN, FOUND_DOWN, PLAN_DOWN -> moved(state, 1);
            case PAGE_UP -> moved(state, -Overlay.room(state));
            case PAGE_DOWN -> moved(state, Overlay.room(state));
            case FIRST -> moved(state, -Facts.LOG_LINES * 100);
            case LAST -> moved(state, Facts.LOG_LINES * 100);
            case FOCUS_HOSTS -> Step.of(state.with(state.screen().with(Pane.HOSTS)));
            case FOCUS_TUNNELS -> Step.of(state.with(state.screen().with(Pane.TUNNELS)));
            case FOCUS_PYTHON -> Step.of(state.with(state.screen().with(Pane.PYTHON)));
            case FOCUS_SYNC -> Step.of(state.with(state.screen().with(Pane.SYNC)));
            case NEXT_PANE ->
                Step.of(state.with(state.screen().with(state.screen().pane().next())));
            case PREVIOUS_PANE ->
                Step.of(state.with(state.screen().with(state.screen().pane().previous())));
            case COMMAND -> Step.of(Commanding.begun(state));
            case RUN -> Commanding.run(state);
            case COMPLETE -> Step.of(Commanding.completed(state));
            case LEAVE -> Step.of(Commanding.left(state));
            case CHOOSE_UP -> Step.of(Commanding.chosen(state, -1));
            case CHOOSE_DOWN -> Step.of(Commanding.chosen(state, 1));
            case ERASE_TYPED -> Step.of(Commanding.erased(state));
            case ERASE_LINE -> Step.of(Commanding.erasedAll(state));
            case FIND, FIND_PACKAGE -> Step.of(Finding.begun(state));
            case KEEP_FILTER -> Step.of(Finding.kept(state));
            case CLEAR_FILTER -> Step.of(Finding.cleared(state));
            case ERASE -> Step.of(Finding.erased(state));
            case ERASE_ALL -> Step.of(Finding.erasedAll(state));
            case SEND -> Questions.typed(state);
            case DECLINE, REFUSE_KEY -> Questions.no(state);
            case ACCEPT_KEY -> Questions.yes(state);
            case HELP -> Step.of(state.with(state.screen().with(new Overlay.Help(0))));
            case LOG -> Step.of(state.with(state.screen().with(new Overlay.Log(0))));
            case CLOSE, STAY, LEAVE_PLAN, LEAVE_FAILURE, DO_NOT -> Step.of(Syncing.left(state));
            case QUIT, INTERRUPT -> quit(state);
            case QUIT_ANYWAY -> Step.of(state.closingWith(0));
            case REPAINT -> Step.of(state, new Effect.Repaint());
            case SHELL -> shell(state);
            case SUSPEND -> Step.of(state, new Effect.Suspend());
        };
    }

    /** A session that was made with other settings is made again. */
    private static Step connect(AppState state) {
        boolean changed = state.shown()
                .filter(host -> !state.facts().changes(host.alias()).isEmpty()
                        && !(state.link(host.alias()) instanceof Link.Idle))
                .isPresent();
        return changed
                ? onHost(state, Wish.RECONNECT, Effect.Reconnect::new)
                : onHost(state, Wish.CONNECT, Effect.Connect::new);
    }

    private static Step machine(AppState state) {
        return state.screen()
                .selected()
                .map(host -> Step.of(state.with(state.screen().with(new Overlay.MachineView(host, 0)))))
                .orElseGet(() -> Step.of(state));
    }

    /** Asked anew, since it is about this moment. */
    static Step freeGpus(AppState state, int count) {
        return Step.of(state.with(state.screen().with(new Overlay.FreeGpus(count, 0))), new Effect.AskMachines());
    }

    private static Step shell(AppState state) {
        return state.shown()
                .map(HostSummary::alias)
                .map(host -> Step.of(
                        Keys.beginning(state.with(state.screen().opening(host)), "opening a shell on " + host),
                        new Effect.OpenShell(host)))
                .orElseGet(() -> Step.of(state));
    }

    private static Step onHost(AppState state, Wish wish, Function<HostAlias, Effect> effect) {
        return state.shown()
                .map(HostSummary::alias)
                .map(host -> Step.of(wishing(state, Pending.of(wish, host)), effect.apply(host)))
                .orElseGet(() -> Step.of(state));
    }

    private static Step onMark(AppState state, Function<TunnelStatus, Step> action) {
        return state.marked().map(action).orElseGet(() -> Step.of(state));
    }

    private static Step cancel(AppState state) {
        boolean syncing = state.screen().pane() == Pane.SYNC
                && state.shown().flatMap(host -> state.syncStep(host.alias())).isPresent();
        if (syncing) {
            return Syncing.cancel(state);
        }
        Optional<HostAlias> connecting = state.shown()
                .map(HostSummary::alias)
                .filter(host -> state.link(host) instanceof Link.Connecting
                        || state.wish(host).equals(Optional.of(Wish.CONNECT)));
        if (connecting.isPresent()) {
            return onHost(state, Wish.CANCEL, Effect.CancelConnecting::new);
        }
        if (state.screen().filter().isActive()) {
            return Step.of(Finding.cleared(state));
        }
        return Step.of(state.with(state.screen().with(Pane.HOSTS).withoutToast()));
    }

    private static Step open(AppState state, TunnelStatus tunnel) {
        return Step.of(wishing(state, Pending.of(Wish.OPEN, tunnel.id())), new Effect.OpenTunnel(tunnel.id()));
    }

    private static Step close(AppState state, TunnelStatus tunnel) {
        return Step.of(wishing(state, Pending.of(Wish.CLOSE, tunnel.id())), new Effect.CloseTunnel(tunnel.id()));
    }

    private static Step toggleAll(AppState state) {
        List<TunnelStatus> all =
                state.shownTunnels().stream().map(state.facts()::tunnel).toList();
        boolean allOpen = all.stream().allMatch(Facts::isOpen);
        AppState next = state;
        List<Effect> effects = new ArrayList<>();
        for (TunnelStatus tunnel : all) {
            TunnelId id = tunnel.id();
            if (allOpen || !Facts.isOpen(tunnel)) {
                next = wishing(next, Pending.of(allOpen ? Wish.CLOSE : Wish.OPEN, id));
                effects.add(allOpen ? new Effect.CloseTunnel(id) : new Effect.OpenTunnel(id));
            }
        }
        return new Step(next, effects);
    }

    private static Step browse(AppState state, TunnelStatus tunnel) {
        String where = WebAddress.of(tunnel);
        return WebAddress.isWeb(tunnel)
                ? Step.of(Keys.beginning(state, "opening " + where + " in the browser"), new Effect.OpenBrowser(where))
                : Step.of(state, new Effect.Copy(where));
    }

    private static Step toggleChecking(AppState state, TunnelStatus tunnel) {
        boolean on = tunnel.checking() == TunnelStatus.Checking.ON;
        String port = "checks of " + tunnel.id().forward().port();
        return Step.of(
                Keys.telling(state, Event.Severity.INFO, port + (on ? " are off: only traffic proves it" : " are on")),
                new Effect.SetChecking(tunnel.id(), on ? TunnelStatus.Checking.OFF : TunnelStatus.Checking.ON));
    }

    /** A second Ctrl-C is {@link Command#INTERRUPT} with the question in front, and goes at once. */
    private static Step quit(AppState state) {
        boolean asked = state.screen().overlay().orElse(null) instanceof Overlay.ConfirmQuit;
        return asked || state.facts().openTunnels().isEmpty()
                ? Step.of(state.closingWith(0))
                : Step.of(state.with(state.screen().with(new Overlay.ConfirmQuit())));
    }

    private static Step moved(AppState state, int rows) {
        return Step.of(
                switch (state.context()) {
                    case HELP, LOG, PACKAGES, FOR_IDE, COMPARING, MACHINE, PLAN, SYNC_PAGE -> Scrolling.by(state, rows);
                    case PYTHON -> Selection.environmentMovedBy(state, rows);
                    case TUNNELS -> Selection.markMovedBy(state, rows);
                    case BACKUPS -> BackupKeys.movedBy(state, rows);
                    case HOSTS, SYNC, FINDING -> Selection.movedBy(state, rows);
                    case SYNC_FAILED, CONFIRMING, COMMANDING, QUITTING, HOST_KEY, ANSWERING -> state;
                });
    }

    private static AppState wishing(AppState state, Pending wish) {
        return state.with(state.screen().wishing(wish));
    }
}
