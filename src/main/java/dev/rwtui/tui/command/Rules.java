package dev.rwtui.tui.command;

import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Code;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Overlay;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.Pending;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.Optional;
import java.util.function.BiFunction;

/** When a command can work, and why not. */
final class Rules {

    private Rules() {}

    static Availability always(AppState state) {
        return Availability.enabled();
    }

    static Availability connect(AppState state) {
        return withHost(state, host -> {
            if (host.refusal().isPresent()) {
                return Availability.disabled(host.refusal().get());
            }
            if (isConnecting(state)) {
                return Availability.disabled(host.alias() + " is connecting: Esc cancels");
            }
            if (hasChanged(state, host)) {
                return Availability.enabled();
            }
            if (state.link(host.alias()) instanceof Link.Up
                    && (state.shownTunnels().isEmpty() || allOpen(state))) {
                return Availability.disabled(host.alias() + " is up: x disconnects");
            }
            return Availability.enabled();
        });
    }

    /** Whether its session was made with other settings than it has now. */
    static boolean hasChanged(AppState state, HostSummary host) {
        return !state.facts().changes(host.alias()).isEmpty() && !(state.link(host.alias()) instanceof Link.Idle);
    }

    static Availability reconnect(AppState state) {
        return withHost(state, host -> {
            if (host.refusal().isPresent()) {
                return Availability.disabled(host.refusal().get());
            }
            if (isConnecting(state)) {
                return Availability.disabled(host.alias() + " is connecting: Esc cancels");
            }
            return state.link(host.alias()) instanceof Link.Idle
                    ? Availability.disabled(host.alias() + " is not connected: Enter connects")
                    : Availability.enabled();
        });
    }

    static Availability shell(AppState state) {
        return withHost(state, host -> {
            if (host.refusal().isPresent()) {
                return Availability.disabled(host.refusal().get());
            }
            return state.screen()
                    .shell()
                    .map(other -> Availability.disabled("a shell on " + other + " is being opened: Esc on it cancels"))
                    .orElseGet(Availability::enabled);
        });
    }

    static Availability disconnect(AppState state) {
        return withHost(state, host -> {
            if (host.source() == HostSummary.Source.TYPED) {
                return Availability.enabled();
            }
            boolean anyOpen =
                    state.shownTunnels().stream().map(state.facts()::tunnel).anyMatch(Facts::isOpen);
            Link link = state.link(host.alias());
            return anyOpen || !(link instanceof Link.Idle || link instanceof Link.Failed)
                    ? Availability.enabled()
                    : Availability.disabled(host.alias() + " is not connected");
        });
    }

    static Availability cancel(AppState state) {
        boolean somethingToLeave = isConnecting(state)
                || SyncRules.isUnderWay(state)
                || state.screen().filter().isActive()
                || state.screen().pane() != Pane.HOSTS
                || state.screen().toast().isPresent();
        return somethingToLeave ? Availability.enabled() : Availability.disabled("nothing to cancel: q quits");
    }

    static Availability toggle(AppState state) {
        return withMark(state, (host, tunnel) -> Facts.isOpen(tunnel) ? Availability.enabled() : opening(host));
    }

    static Availability toggleAll(AppState state) {
        return withMark(state, (host, tunnel) -> allOpen(state) ? Availability.enabled() : opening(host));
    }

    static Availability useTunnel(AppState state) {
        return withMark(state, (host, tunnel) -> Facts.isOpen(tunnel) ? browse(state) : opening(host));
    }

    static Availability browse(AppState state) {
        return withMark(state, (host, tunnel) -> {
            if (!Facts.isOpen(tunnel)) {
                return Availability.disabled(tunnel.id().forward().port() + " is not open: t opens it");
            }
            return tunnel.state() instanceof TunnelState.Opening
                    ? Availability.disabled(tunnel.id().forward().port() + " is still opening")
                    : Availability.enabled();
        });
    }

    static Availability marked(AppState state) {
        return withMark(state, (host, tunnel) -> Availability.enabled());
    }

    static Availability environment(AppState state) {
        if (state.markedEnvironment().isPresent()) {
            return Availability.enabled();
        }
        return survey(state) instanceof Availability.Disabled why
                ? why
                : Availability.disabled("no environment is known here yet");
    }

    /** Nobody is connected to, and so maybe asked something, for a look at what was found before. */
    static Availability packages(AppState state) {
        return environment(state) instanceof Availability.Enabled ? survey(state) : environment(state);
    }

    static Availability interpreter(AppState state) {
        return state.markedEnvironment()
                .map(environment -> environment.interpreter().isPresent()
                        ? Availability.enabled()
                        : Availability.disabled(environment.name() + " has no python"))
                .orElseGet(() -> environment(state));
    }

    static Availability machine(AppState state) {
        return withHost(
                state,
                host -> state.link(host.alias()) instanceof Link.Up
                                || state.facts().machine(host.alias()).isPresent()
                        ? Availability.enabled()
                        : notConnected(host));
    }

    static Availability choose(AppState state) {
        return state.facts().code().repository().isPresent() ? interpreter(state) : map(state);
    }

    static Availability map(AppState state) {
        Code code = state.facts().code();
        if (code.repository().isPresent()) {
            return Availability.enabled();
        }
        return Availability.disabled(code.failure()
                .orElse(
                        state.shownSurvey().isPresent()
                                ? "rwtui was not started in a git repository"
                                : "no repository is known before a host is up"));
    }

    static Availability commands(AppState state) {
        boolean any = state.screen()
                .overlay()
                .filter(Overlay.Comparing.class::isInstance)
                .map(Overlay.Comparing.class::cast)
                .flatMap(Overlay.Comparing::compared)
                .filter(compared -> !compared.commands().isEmpty())
                .isPresent();
        return any ? Availability.enabled() : Availability.disabled("there is nothing to copy");
    }

    static Availability survey(AppState state) {
        return withHost(
                state,
                host -> state.link(host.alias()) instanceof Link.Up ? Availability.enabled() : notConnected(host));
    }

    private static Availability notConnected(HostSummary host) {
        return Availability.disabled(host.alias() + " is not connected: Enter on it connects");
    }

    static Availability find(AppState state) {
        return state.facts().configuration().hosts().isEmpty()
                ? Availability.disabled("there is no host to find")
                : Availability.enabled();
    }

    static boolean allOpen(AppState state) {
        return state.shownTunnels().stream().map(state.facts()::tunnel).allMatch(Facts::isOpen);
    }

    /** Whether there is an attempt that Esc would cancel. */
    static boolean isConnecting(AppState state) {
        return state.shown()
                .filter(host -> state.link(host.alias()) instanceof Link.Connecting
                        || state.wish(host.alias()).equals(Optional.of(Pending.Wish.CONNECT)))
                .isPresent();
    }

    private static Availability opening(HostSummary host) {
        return host.refusal().map(Availability::disabled).orElseGet(Availability::enabled);
    }

    static Availability withHost(AppState state, java.util.function.Function<HostSummary, Availability> rule) {
        return state.shown().map(rule).orElseGet(() -> Availability.disabled("there is no host to act on"));
    }

    private static Availability withMark(AppState state, BiFunction<HostSummary, TunnelStatus, Availability> rule) {
        return withHost(
                state,
                host -> state.marked()
                        .map(tunnel -> rule.apply(host, tunnel))
                        .orElseGet(() -> Availability.disabled(host.alias() + " has no LocalForward")));
    }
}
