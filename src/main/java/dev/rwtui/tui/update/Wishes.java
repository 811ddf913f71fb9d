package dev.rwtui.tui.update;

import dev.rwtui.base.HostAlias;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tunnel.model.TunnelId;
import java.util.Optional;
import java.util.function.Predicate;

/** Marks of what was asked, taken away by the first answer: word of a tunnel is also word of its host. */
final class Wishes {

    private Wishes() {}

    static AppState answered(AppState state, HostAlias host) {
        return without(state, mark -> mark.tunnel().isEmpty() && mark.host().equals(host));
    }

    static AppState answered(AppState state, TunnelId tunnel) {
        return without(answered(state, tunnel.host()), mark -> mark.tunnel().equals(Optional.of(tunnel)));
    }

    private static AppState without(AppState state, Predicate<Pending> answered) {
        return state.with(state.screen()
                .with(state.screen().pending().stream()
                        .filter(answered.negate())
                        .toList()));
    }
}
