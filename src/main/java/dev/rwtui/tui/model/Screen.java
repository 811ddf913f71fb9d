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
 * @param pending at most one of each host and each tunnel
 * @param shell the host whose shell is being opened, or has the terminal
 */
public record Screen(
        Pane pane,
        Optional<HostAlias> selected,
        Map<HostAlias, TunnelId> marks,
        Filter filter,
        Optional<Overlay> overlay,
        Optional<Toast> toast,
        List<Pending> pending,
        Optional<HostAlias> shell) {

    public static final Screen INITIAL = new Screen(
            Pane.HOSTS,
            Optional.empty(),
            Map.of(),
            Filter.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Screen {
        marks = Map.copyOf(marks);
        pending = List.copyOf(pending);
    }

    public Screen with(Pane focused) {
        return new Screen(focused, selected, marks, filter, overlay, toast, pending, shell);
    }

    public Screen selecting(Optional<HostAlias> host) {
        return new Screen(pane, host, marks, filter, overlay, toast, pending, shell);
    }

    public Screen marking(TunnelId tunnel) {
        Map<HostAlias, TunnelId> changed = new HashMap<>(marks);
        changed.put(tunnel.host(), tunnel);
        return new Screen(pane, selected, changed, filter, overlay, toast, pending, shell);
    }

    public Screen with(Filter changed) {
        return new Screen(pane, selected, marks, changed, overlay, toast, pending, shell);
    }

    public Screen with(Overlay over) {
        return new Screen(pane, selected, marks, filter, Optional.of(over), toast, pending, shell);
    }

    public Screen withoutOverlay() {
        return new Screen(pane, selected, marks, filter, Optional.empty(), toast, pending, shell);
    }

    public Screen with(Toast message) {
        return new Screen(pane, selected, marks, filter, overlay, Optional.of(message), pending, shell);
    }

    public Screen withoutToast() {
        return new Screen(pane, selected, marks, filter, overlay, Optional.empty(), pending, shell);
    }

    /** Replaces an older wish about the same. */
    public Screen wishing(Pending wish) {
        List<Pending> changed = new ArrayList<>(pending);
        changed.removeIf(old -> old.host().equals(wish.host()) && old.tunnel().equals(wish.tunnel()));
        changed.add(wish);
        return with(changed);
    }

    public Screen with(List<Pending> changed) {
        return new Screen(pane, selected, marks, filter, overlay, toast, changed, shell);
    }

    public Screen opening(HostAlias host) {
        return new Screen(pane, selected, marks, filter, overlay, toast, pending, Optional.of(host));
    }

    public Screen withoutShell() {
        return new Screen(pane, selected, marks, filter, overlay, toast, pending, Optional.empty());
    }
}
