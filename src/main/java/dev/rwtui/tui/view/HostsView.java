package dev.rwtui.tui.view;

import dev.rwtui.facts.model.FactsText;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Filter;
import dev.rwtui.tui.model.Machine;
import dev.rwtui.tui.model.Pane;
import java.util.List;
import java.util.Optional;

/** The list of hosts, each with its state and, where there is room, its description. */
final class HostsView {

    private static final List<String> PARTS = List.of(" · ", " ");

    private final AppState state;
    private final Region box;
    private final boolean focused;

    private HostsView(AppState state, Region box) {
        this.state = state;
        this.box = box;
        this.focused = state.screen().pane() == Pane.HOSTS;
    }

    static void draw(AppState state, Region box) {
        new HostsView(state, box).draw();
    }

    private void draw() {
        box.frame(new Style(focused ? Ink.BORDER_FOCUSED : Ink.BORDER, Backdrop.PLAIN));
        title();
        List<HostSummary> hosts = state.visibleHosts();
        Region inside = box.part(1, 1, box.width() - 2, box.height() - 2);
        if (hosts.isEmpty()) {
            noMatch(inside);
            return;
        }
        int lines = hosts.size() * 2 <= inside.height() ? 2 : 1;
        int selected = Math.max(0, indexOfSelected(hosts));
        int fit = Math.max(1, inside.height() / lines);
        int first = Scroll.first(selected, hosts.size(), fit);
        for (int i = first; i < Math.min(hosts.size(), first + fit); i++) {
            host(inside.part(0, (i - first) * lines, inside.width(), lines), hosts.get(i), i == selected);
        }
    }

    private int indexOfSelected(List<HostSummary> hosts) {
        return hosts.stream()
                .map(HostSummary::alias)
                .map(Optional::of)
                .toList()
                .indexOf(state.screen().selected());
    }

    private void title() {
        Filter filter = state.screen().filter();
        Region edge = box.part(1, 0, box.width() - 2, 1);
        Pen pen = Pen.on(edge, 0).write(" 1 Hosts ", focused ? Ink.TITLE : Ink.NORMAL);
        if (filter.isActive() || filter.isBeingTyped()) {
            pen.write("/" + filter.text() + " ", Ink.KEY);
        }
        if (state.context() == Context.FINDING) {
            edge.showCursor(Math.min(edge.width() - 1, 10 + Text.widthOf(filter.text())), 0);
        }
        int all = state.facts().configuration().hosts().size();
        if (filter.isActive()) {
            pen.right(" " + state.visibleHosts().size() + " of " + all + " ", Ink.FAINT, 0);
        }
    }

    private void noMatch(Region inside) {
        int row = 1;
        String text = "No host matches /" + state.screen().filter().text() + ". Esc clears the filter.";
        for (Text line : inside.measured(text).wrapped(inside.width() - 2)) {
            inside.text(row++, 1, line, Style.PLAIN);
        }
    }

    private void host(Region place, HostSummary host, boolean selected) {
        Look look = LinkLooks.of(state, host);
        Pen pen = Pen.on(place, 0).at(1).write(look.sign() + " ", look.ink());
        int name = Text.widthOf(host.alias().value());
        pen.right(" ", Ink.NORMAL, 0);
        right(pen, look, Math.min(name, 8) + 1);
        pen.write(host.alias().value(), selected ? Ink.STRONG : Ink.NORMAL);
        host.alternatives().forEach(other -> pen.write(" " + other, Ink.FAINT));
        Pen.on(place.part(0, 1, place.width() - 1, 1), 0).at(3).write(gpus(host) + description(host), Ink.FAINT);
        if (selected) {
            place.lay(0, focused ? Backdrop.SELECTED : Backdrop.MARKED);
            place.lay(1, focused ? Backdrop.SELECTED : Backdrop.MARKED);
        }
    }

    /** All of the words, or as many of their parts as fit. */
    private static void right(Pen pen, Look look, int keep) {
        String words = look.words();
        while (!words.isEmpty() && pen.room() - Text.widthOf(words) < keep) {
            words = shorter(words);
        }
        pen.right(words, look.ink(), 0).right(" ", Ink.NORMAL, 0);
    }

    /** Without its last part, or its last letter. */
    private static String shorter(String words) {
        for (String between : PARTS) {
            int end = words.lastIndexOf(between);
            if (end > 0) {
                return words.substring(0, end);
            }
        }
        String whole = words.endsWith("…") ? words.substring(0, words.length() - 1) : words + " ";
        return whole.length() > 2 ? whole.substring(0, whole.length() - 2).stripTrailing() + "…" : "";
    }

    /** How many are free, of one that is connected and has some. */
    private String gpus(HostSummary host) {
        if (!(state.link(host.alias()) instanceof Link.Up)) {
            return "";
        }
        return state.facts()
                .machine(host.alias())
                .flatMap(Machine::gpus)
                .map(gpus -> FactsText.gpus(gpus) + " · ")
                .orElse("");
    }

    /** Where it leads, for want of a description; nothing where its configuration is refused. */
    private static String description(HostSummary host) {
        if (!host.description().isBlank()) {
            return host.description();
        }
        return host.user().isEmpty()
                ? ""
                : host.user() + "@" + host.destination().host();
    }
}
