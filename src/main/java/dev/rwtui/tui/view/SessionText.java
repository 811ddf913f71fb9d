package dev.rwtui.tui.view;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.Ages;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.MachinePage;
import dev.rwtui.tui.model.Words;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be said of the session with a host, the most important first. */
final class SessionText {

    /** On a lower screen the list of hosts shows enough of it. */
    private static final int ROWS_FOR_DESCRIPTION = 30;

    /** Columns of a frame beside its text. */
    private static final int FRAME = 4;

    /** Columns of blanks, rules and corners in a title. */
    private static final int BESIDE_TITLE = 13;

    private final AppState state;
    private final HostSummary host;
    private final Region place;
    private final Paper paper;

    private SessionText(AppState state, HostSummary host, Region place) {
        this.state = state;
        this.host = host;
        this.place = place;
        this.paper = new Paper(place);
    }

    static Paper of(AppState state, HostSummary host, Region place) {
        SessionText text = new SessionText(state, host, place);
        text.write();
        return text.paper;
    }

    private void write() {
        route();
        changes();
        link(state.link(host.alias()));
        machine();
        uncertainties();
        host.remarks().forEach(remark -> paper.say("⚠", remark, Ink.WARNING));
        if (!host.user().isEmpty()) {
            paper.say(host.user() + "@" + host.destination() + also(), Ink.FAINT);
        }
        if (state.client().rows() >= ROWS_FOR_DESCRIPTION) {
            paper.say(host.description(), Ink.FAINT);
        }
    }

    /** That it is refused now is said where refusals are. */
    private void changes() {
        if (host.refusal().isPresent()) {
            return;
        }
        List<String> changes = state.facts().changes(host.alias());
        changes.forEach(change -> paper.say("⚠", change, Ink.WARNING));
        if (!changes.isEmpty()) {
            paper.say("Enter reconnects with that; until then the session stays as it is.", Ink.NORMAL);
        }
    }

    /** While it is connected: what is older says nothing of now. */
    private void machine() {
        if (state.link(host.alias()) instanceof Link.Up) {
            paper.say(MachinePage.summary(state, host), Ink.NORMAL);
        }
    }

    /** Once it is connected everything is decided. */
    private void uncertainties() {
        Link link = state.link(host.alias());
        if (!(link instanceof Link.Up) && !(link instanceof Link.Lingering)) {
            host.uncertainties()
                    .forEach(what -> paper.say("≈", "May differ, decided when it is connected: " + what, Ink.NORMAL));
        }
    }

    /** Where the title has no room for it. */
    private void route() {
        List<Paper.Span> route = Route.of(host, state.link(host.alias()), state.now());
        if (!fitsTitle(host, title(state, host), route, place.width() + FRAME)) {
            paper.line(route.toArray(Paper.Span[]::new));
        }
    }

    /** Whether a frame of {@code width} columns has room in its title for name, way and state. */
    static boolean fitsTitle(HostSummary host, Look look, List<Paper.Span> route, int width) {
        int way = route.stream().mapToInt(span -> Text.widthOf(span.text())).sum();
        int ends = Text.widthOf(host.alias().value()) + Text.widthOf(look.words());
        return way + ends + BESIDE_TITLE <= width;
    }

    private void link(Link link) {
        if (host.refusal().isPresent()) {
            paper.say("✕", host.refusal().get(), Ink.BAD);
            paper.say(
                    (link instanceof Link.Up ? "The session stays as it is" : "ssh refuses this host too")
                            + ". Mend the file, then R reads it again.",
                    Ink.NORMAL);
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

    private String also() {
        return host.alternatives().isEmpty()
                ? ""
                : ", also called "
                        + host.alternatives().stream().map(HostAlias::value).collect(Collectors.joining(", "));
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
        paper.say("✕", cause.summary(), ink);
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
            String uptime = "up " + uptime(state, up);
            return state.facts().changes(host.alias()).isEmpty()
                    ? new Look("●", uptime, Ink.GOOD)
                    : new Look("●", uptime + ", settings changed", Ink.WARNING);
        }
        if (link instanceof Link.Retrying retrying) {
            String left = Ages.left(Ages.until(retrying.next(), state.now()));
            return new Look("◐", "retrying in " + left, Ink.WARNING);
        }
        return link instanceof Link.Lingering lingering
                ? new Look("◆", "closes in " + Ages.left(Ages.until(lingering.until(), state.now())), Ink.GOOD)
                : look;
    }

    private static String uptime(AppState state, Link.Up up) {
        var age = Ages.since(up.since(), state.now(), Ages.MINUTE);
        return age.isZero() ? "now" : Ages.words(age);
    }
}
