package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import java.util.stream.Collectors;

/** What is to be said of the session with a host, the most important first. */
final class SessionText {

    private final AppState state;
    private final HostSummary host;
    private final Paper paper;

    private SessionText(AppState state, HostSummary host, Paper paper) {
        this.state = state;
        this.host = host;
        this.paper = paper;
    }

    static Paper of(AppState state, HostSummary host, Region place) {
        Paper paper = new Paper(place);
        new SessionText(state, host, paper).write();
        return paper;
    }

    private void write() {
        link(state.link(host.alias()));
        String through = host.gateways().isEmpty()
                ? ""
                : " through " + host.gateways().stream().map(HostAlias::value).collect(Collectors.joining(", then "));
        paper.say(host.user() + "@" + host.destination() + through, Ink.FAINT);
        paper.say(host.description(), Ink.FAINT);
        host.remarks().forEach(remark -> paper.say("⚠", remark, Ink.WARNING));
    }

    private void link(Link link) {
        if (host.refusal().isPresent()) {
            paper.say("✕", host.refusal().get(), Ink.BAD);
            paper.say("ssh refuses this host too. Mend the file, then R reads it again.", Ink.NORMAL);
        } else if (link instanceof Link.Idle) {
            paper.say(idle(), Ink.NORMAL);
        } else if (link instanceof Link.Connecting connecting) {
            Attempt.write(host, connecting, paper);
        } else if (link instanceof Link.Lingering) {
            paper.say("Nobody uses this session any more. It is kept for the next one; x closes it now.", Ink.NORMAL);
        } else if (link instanceof Link.Retrying retrying) {
            cause(retrying.cause(), Ink.WARNING);
            paper.say("Attempt " + retrying.attempt() + " follows by itself. Enter retries now, x stops.", Ink.NORMAL);
        } else if (link instanceof Link.Failed failed) {
            failed(failed);
        }
    }

    private String idle() {
        int forwards = state.shownTunnels().size();
        if (forwards > 0) {
            return "Not connected. Enter connects and opens " + Words.count(forwards, "forward") + ".";
        }
        return host.role() == HostSummary.Role.GATEWAY
                ? "Not connected. A host behind it connects it as well; Enter does it now."
                : "Not connected. Enter connects.";
    }

    private void failed(Link.Failed failed) {
        if (failed.cause().kind() == Failure.Kind.CANCELLED) {
            paper.say("Cancelled at " + time(failed) + ". Enter connects.", Ink.NORMAL);
            return;
        }
        cause(failed.cause(), Ink.BAD);
        paper.say("Stopped at " + time(failed) + " until you act. Enter tries again.", Ink.NORMAL);
    }

    private void cause(Failure cause, Ink ink) {
        paper.say("✕", cause.hop() + ": " + LinkLooks.words(cause.kind()) + ": " + cause.why(), ink);
        paper.say(cause.advice(), Ink.NORMAL);
    }

    private String time(Link.Failed failed) {
        return Clock.minutes(failed.at(), state.client().zone());
    }

    /** For the right end of the title. */
    static Look title(AppState state, HostSummary host) {
        Look look = LinkLooks.of(state, host);
        Link link = state.link(host.alias());
        if (state.wish(host.alias()).isPresent()) {
            return look;
        }
        if (link instanceof Link.Up up) {
            return new Look("●", "up " + uptime(state, up), Ink.GOOD);
        }
        if (link instanceof Link.Retrying retrying) {
            String left = Ages.words(Ages.until(retrying.next(), state.now()));
            return new Look("◐", "retrying in " + left, Ink.WARNING);
        }
        return link instanceof Link.Lingering lingering
                ? new Look("◆", "closes in " + Ages.words(Ages.until(lingering.until(), state.now())), Ink.GOOD)
                : look;
    }

    private static String uptime(AppState state, Link.Up up) {
        var age = Ages.since(up.since(), state.now(), Ages.MINUTE);
        return age.isZero() ? "now" : Ages.words(age);
    }
}
