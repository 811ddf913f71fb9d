package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Configuration;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Filter;
import dev.rwtui.tunnel.model.TunnelId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which host is shown and which of its tunnels is marked. Both are known by name, not by place. While there is a host, one
 * is selected; while hosts match the filter, it is one of them.
 */
final class Selection {

    private Selection() {}

    /** By some rows of the list, stopping at its ends. */
    static AppState movedBy(AppState state, int rows) {
        List<HostAlias> all = aliases(state.visibleHosts());
        if (all.isEmpty()) {
            return state;
        }
        int at = state.screen().selected().map(all::indexOf).orElse(0);
        return selecting(state, all.get(clamp(at + rows, all.size())));
    }

    static AppState markMovedBy(AppState state, int rows) {
        List<TunnelId> all = state.shownTunnels();
        return state.marked()
                .map(marked -> all.get(clamp(all.indexOf(marked.id()) + rows, all.size())))
                .map(tunnel -> state.with(state.screen().marking(tunnel)))
                .orElse(state);
    }

    static AppState environmentMovedBy(AppState state, int rows) {
        List<String> all =
                state.shownEnvironments().stream().map(Environment::key).toList();
        Optional<HostAlias> host = state.screen().selected();
        Optional<Environment> marked = state.markedEnvironment();
        if (host.isEmpty() || marked.isEmpty()) {
            return state;
        }
        int to = clamp(all.indexOf(marked.get().key()) + rows, all.size());
        return state.with(state.screen().marking(host.get(), all.get(to)));
    }

    static AppState onAMatch(AppState state) {
        List<HostAlias> all = aliases(state.visibleHosts());
        boolean fine =
                all.isEmpty() || state.screen().selected().filter(all::contains).isPresent();
        return fine ? state : selecting(state, all.get(0));
    }

    /** Keeps host and mark where they still exist, else takes the host that is now in that place. */
    static AppState afterReading(AppState state, Configuration read) {
        List<HostSummary> before = state.facts().configuration().hosts();
        Configuration known = new Configuration(
                read.revision(), read.files(), withThoseInUse(state, read), read.problems(), read.patterns());
        List<HostAlias> now = aliases(known.hosts());
        int place = state.screen().selected().map(aliases(before)::indexOf).orElse(0);
        Optional<HostAlias> selected = state.screen()
                .selected()
                .filter(now::contains)
                .or(() -> now.isEmpty() ? Optional.empty() : Optional.of(now.get(clamp(place, now.size()))));
        AppState next =
                state.with(state.facts().with(known)).with(state.screen().selecting(selected));
        boolean nothingMatches =
                next.visibleHosts().isEmpty() && !next.screen().filter().isBeingTyped();
        return onAMatch(nothingMatches ? next.with(next.screen().with(Filter.NONE)) : next);
    }

    /** Picks a host, and clears a filter that would hide it. */
    static AppState showing(AppState state, HostSummary host) {
        AppState visible = state.screen().filter().matches(host)
                ? state
                : state.with(state.screen().with(Filter.NONE));
        return selecting(visible, host.alias());
    }

    /** A host that was taken out of the files stays listed while something of it is alive. */
    private static List<HostSummary> withThoseInUse(AppState state, Configuration read) {
        List<HostSummary> all = new ArrayList<>(read.hosts());
        Set<HostAlias> listed = new HashSet<>(aliases(read.hosts()));
        state.facts().configuration().hosts().stream()
                .filter(host -> !listed.contains(host.alias()) && isInUse(state, host))
                .map(Selection::orphaned)
                .forEach(all::add);
        return all;
    }

    private static boolean isInUse(AppState state, HostSummary host) {
        Link link = state.link(host.alias());
        boolean dead = link instanceof Link.Idle || link instanceof Link.Failed;
        return !dead
                || state.facts().tunnelsOf(host).stream()
                        .map(state.facts()::tunnel)
                        .anyMatch(Facts::isOpen);
    }

    private static HostSummary orphaned(HostSummary host) {
        return host.described("no longer in the configuration");
    }

    private static AppState selecting(AppState state, HostAlias host) {
        return state.with(state.screen().selecting(Optional.of(host)));
    }

    private static List<HostAlias> aliases(List<HostSummary> hosts) {
        return hosts.stream().map(HostSummary::alias).toList();
    }

    private static int clamp(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}
