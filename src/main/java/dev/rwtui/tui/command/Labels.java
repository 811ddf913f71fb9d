package dev.rwtui.tui.command;

import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Overlay;

/** What a key would do now, in a word or two. */
final class Labels {

    private Labels() {}

    static String connect(AppState state) {
        return state.shown()
                .map(host -> {
                    Link link = state.link(host.alias());
                    if (Rules.hasChanged(state, host)) {
                        return "reconnect";
                    }
                    if (link instanceof Link.Retrying || link instanceof Link.Failed) {
                        return "retry now";
                    }
                    return link instanceof Link.Up ? "open all" : "connect";
                })
                .orElse("connect");
    }

    static String useTunnel(AppState state) {
        return state.marked().filter(Facts::isOpen).isPresent() ? "browse" : "open";
    }

    static String toggle(AppState state) {
        return state.marked().filter(Facts::isOpen).isPresent() ? "close" : "open";
    }

    static String toggleAll(AppState state) {
        return Rules.allOpen(state) ? "close all" : "open all";
    }

    static String disconnect(AppState state) {
        return state.shown()
                .map(host -> {
                    Link link = state.link(host.alias());
                    boolean dead = link instanceof Link.Idle || link instanceof Link.Failed;
                    if (dead && host.source() == HostSummary.Source.TYPED) {
                        return "forget";
                    }
                    return link instanceof Link.Retrying ? "stop" : "disconnect";
                })
                .orElse("disconnect");
    }

    static String cancel(AppState state) {
        if (SyncRules.isUnderWay(state) || Rules.isConnecting(state)) {
            return "cancel";
        }
        return state.screen().filter().isActive() ? "clear filter" : "back";
    }

    static String carryOut(AppState state) {
        boolean undoes = state.screen().overlay().orElse(null) instanceof Overlay.Plan shown
                && shown.plan().occasion() == SyncPlan.Occasion.UNDO;
        return undoes ? "undo it" : "carry it out";
    }

    static String confirm(AppState state) {
        return state.screen().overlay().orElse(null) instanceof Overlay.ConfirmClone ? "make it" : "drop it";
    }
}
