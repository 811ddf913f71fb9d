package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.WebAddress;
import dev.rwtui.tui.model.Words;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** All that is known of the marked tunnel. */
final class TunnelText {

    private final AppState state;
    private final TunnelStatus tunnel;
    private final HostAlias host;
    private final Paper paper;

    private TunnelText(AppState state, TunnelStatus tunnel, Paper paper) {
        this.state = state;
        this.tunnel = tunnel;
        this.host = tunnel.id().host();
        this.paper = paper;
    }

    static Paper of(AppState state, TunnelStatus tunnel, Region place) {
        Paper paper = new Paper(place);
        new TunnelText(state, tunnel, paper).write();
        return paper;
    }

    private void write() {
        state(tunnel.state());
        String here = WebAddress.of(tunnel) + (WebAddress.isWeb(tunnel) ? "" : "  (not a web page)");
        paper.field("Here", here, Ink.STRONG);
        paper.field("There", target(), Ink.NORMAL);
        if (!tunnel.listeningOn().isEmpty()) {
            paper.field("Listens", tunnel.listeningOn().stream().collect(Collectors.joining(" and ")), Ink.NORMAL);
        }
        if (Facts.isOpen(tunnel)) {
            paper.field("Traffic", traffic(), Ink.NORMAL);
            paper.field("Checks", checks(), Ink.NORMAL);
        }
    }

    private String target() {
        return tunnel.id().forward().target()
                + (TunnelLooks.isLoopback(tunnel.id()) ? " on " : ", as seen from ")
                + host;
    }

    private String traffic() {
        TunnelStatus.Traffic traffic = tunnel.traffic();
        return traffic.total() == 0
                ? "no connection yet"
                : Words.count(traffic.open(), "connection") + " open, " + traffic.total() + " in all; "
                        + Words.bytes(traffic.down()) + " received, " + Words.bytes(traffic.up()) + " sent";
    }

    private String checks() {
        return switch (tunnel.checking()) {
            case ON -> "every 15 s while it is on the screen; p turns them off";
            case OFF -> "off: only traffic proves the far end; p turns them on";
        };
    }

    private void state(TunnelState is) {
        if (is instanceof TunnelState.Off) {
            say(off(), Ink.NORMAL);
        } else if (is instanceof TunnelState.Opening) {
            say(
                    tunnel.listeningOn().isEmpty()
                            ? "Opening: taking the port here, then trying the far end."
                            : "Listening here. Trying the far end.",
                    Ink.BUSY);
        } else if (is instanceof TunnelState.Up up) {
            say(proof(up), Ink.NORMAL);
        } else if (is instanceof TunnelState.Unproved unproved) {
            say("Listening here. Nothing proved the far end since " + time(unproved.since()) + ".", Ink.NORMAL);
        } else if (is instanceof TunnelState.FarEndSilent silent) {
            silent(silent);
        } else if (is instanceof TunnelState.Failed failed) {
            say("Not listening: " + failed.why(), Ink.BAD);
            paper.field("Next", failed.advice(), Ink.NORMAL);
        } else if (is instanceof TunnelState.WaitingForSession waiting) {
            say(
                    "Listening here. Connections wait for the session with " + host + ", since " + time(waiting.since())
                            + ".",
                    Ink.NORMAL);
        }
    }

    private String off() {
        boolean refused =
                state.shown().filter(shown -> shown.refusal().isPresent()).isPresent();
        if (refused) {
            return "Off.";
        }
        return state.link(host) instanceof Link.Idle
                ? "Off. t opens it and connects " + host + "."
                : "Off. t opens it.";
    }

    private String proof(TunnelState.Up up) {
        Duration age = Ages.since(up.proved(), state.now(), Ages.PROOF_STEP);
        if (age.compareTo(Ages.PROOF_LASTS) >= 0) {
            return "Listening here. The far end last answered at " + time(up.proved()) + ".";
        }
        return "Up: the far end answered " + (age.isZero() ? "just now." : Ages.words(age) + " ago.");
    }

    private void silent(TunnelState.FarEndSilent silent) {
        say(
                "Listening here, but " + host + " could not reach "
                        + tunnel.id().forward().target() + " since " + time(silent.since()) + ".",
                Ink.NORMAL);
        if (!silent.why().isBlank()) {
            paper.field("It says", silent.why(), Ink.WARNING);
        }
        paper.field("Next", advice(silent), Ink.NORMAL);
    }

    private String advice(TunnelState.FarEndSilent silent) {
        return switch (silent.cause()) {
            case CONNECT_FAILED ->
                TunnelLooks.isRefused(silent.why())
                        ? "Start the program there, or compare its port with the forward."
                        : "Names and routes there are those of " + host + ": try the address in a shell on it.";
            case PROHIBITED -> "Its sshd forbids it: AllowTcpForwarding and PermitOpen in sshd_config decide.";
            case OTHER -> "The log of its sshd says more.";
        };
    }

    private void say(String sentence, Ink ink) {
        paper.field("State", sentence, ink);
    }

    private String time(Instant when) {
        return Clock.minutes(when, state.client().zone());
    }
}
