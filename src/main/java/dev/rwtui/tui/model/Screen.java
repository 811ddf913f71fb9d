package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.tunnel.model.TunnelId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to the screen alone.
 *
 * @param selected the host that the other panes speak of
 * @param marks the marked tunnel of each host where it is not the first
 * @param environments the marked environment of each host where it is not the first, by its key
 * @param pending at most one of each host and each tunnel
 * @param shell the host whose shell is being opened, or has the terminal
 * @param remembering what was asked last about the repository; empty once it is done or has failed
 * @param awaited an answer about a git-sync that is to be shown as soon as the focus is there
 */
public record Screen(
        Pane pane,
        Optional<HostAlias> selected,
        Map<HostAlias, TunnelId> marks,
        Map<HostAlias, String> environments,
        Filter filter,
        Optional<Overlay> overlay,
        Optional<Toast> toast,
        List<Pending> pending,
        Optional<HostAlias> shell,
        Optional<Remembering> remembering,
        Optional<Awaited> awaited) {

    public static final Screen INITIAL = new Screen(
            Pane.HOSTS,
            Optional.empty(),
            Map.of(),
            Map.of(),
            Filter.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Screen {
        marks = Map.copyOf(marks);
        environments = Map.copyOf(environments);
        pending = List.copyOf(pending);
    }

    public Screen with(Pane focused) {
        return new Screen(
                focused, selected, marks, environments, filter, overlay, toast, pending, shell, remembering, awaited);
    }

    public Screen selecting(Optional<HostAlias> host) {
        return new Screen(
                pane, host, marks, environments, filter, overlay, toast, pending, shell, remembering, awaited);
    }

    public Screen marking(TunnelId tunnel) {
        Map<HostAlias, TunnelId> changed = new HashMap<>(marks);
        changed.put(tunnel.host(), tunnel);
        return new Screen(
                pane, selected, changed, environments, filter, overlay, toast, pending, shell, remembering, awaited);
    }

    /** @param environment the key of one of them */
    public Screen marking(HostAlias host, String environment) {
        Map<HostAlias, String> changed = new HashMap<>(environments);
        changed.put(host, environment);
        return new Screen(pane, selected, marks, changed, filter, overlay, toast, pending, shell, remembering, awaited);
    }

    public Screen with(Filter changed) {
        return new Screen(
                pane, selected, marks, environments, changed, overlay, toast, pending, shell, remembering, awaited);
    }

    public Screen with(Overlay over) {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                Optional.of(over),
                toast,
                pending,
                shell,
                remembering,
                awaited);
    }

    public Screen withoutOverlay() {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                Optional.empty(),
                toast,
                pending,
                shell,
                remembering,
                awaited);
    }

    public Screen with(Toast message) {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                Optional.of(message),
                pending,
                shell,
                remembering,
                awaited);
    }

    public Screen withoutToast() {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                Optional.empty(),
                pending,
                shell,
                remembering,
                awaited);
    }

    /** Replaces an older wish about the same. */
    public Screen wishing(Pending wish) {
        List<Pending> changed = new ArrayList<>(pending);
        changed.removeIf(old -> old.host().equals(wish.host()) && old.tunnel().equals(wish.tunnel()));
        changed.add(wish);
        return with(changed);
    }

    public Screen with(List<Pending> changed) {
        return new Screen(
                pane, selected, marks, environments, filter, overlay, toast, changed, shell, remembering, awaited);
    }

    public Screen opening(HostAlias host) {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                toast,
                pending,
                Optional.of(host),
                remembering,
                awaited);
    }

    public Screen withoutShell() {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                toast,
                pending,
                Optional.empty(),
                remembering,
                awaited);
    }

    public Screen remembering(Optional<Remembering> asked) {
        return new Screen(pane, selected, marks, environments, filter, overlay, toast, pending, shell, asked, awaited);
    }

    public Screen awaiting(Awaited answer) {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                toast,
                pending,
                shell,
                remembering,
                Optional.of(answer));
    }

    public Screen awaitingNothing() {
        return new Screen(
                pane,
                selected,
                marks,
                environments,
                filter,
                overlay,
                toast,
                pending,
                shell,
                remembering,
                Optional.empty());
    }
}
