package dev.rwtui.tui.view;

import dev.rwtui.base.LocalForward;
import dev.rwtui.tui.canvas.Backdrop;
import dev.rwtui.tui.canvas.Ink;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Facts;
import dev.rwtui.tui.model.Pane;
import dev.rwtui.tui.model.Words;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.List;
import java.util.Locale;

/** One row for each tunnel of the shown host. */
final class TunnelRows {

    private static final int FULL_NAMES_FROM = 64;

    private final AppState state;
    private final Region place;
    private final List<TunnelId> ids;

    private TunnelRows(AppState state, Region place) {
        this.state = state;
        this.place = place;
        this.ids = state.shownTunnels();
    }

    static void draw(AppState state, Region place) {
        new TunnelRows(state, place).draw();
    }

    private void draw() {
        int marked = state.marked().map(tunnel -> ids.indexOf(tunnel.id())).orElse(0);
        int first = Scroll.first(marked, ids.size(), place.height());
        int names = nameWidth();
        for (int i = first; i < Math.min(ids.size(), first + place.height()); i++) {
            row(i - first, state.facts().tunnel(ids.get(i)), i == marked, names);
        }
    }

    private int nameWidth() {
        int widest =
                ids.stream().mapToInt(id -> Text.widthOf(shortName(id))).max().orElse(0);
        return Math.max(4, Math.min(widest, place.width() * 2 / 5));
    }

    private void row(int row, TunnelStatus tunnel, boolean marked, int names) {
        boolean selected = marked && state.screen().pane() == Pane.TUNNELS;
        Look look = TunnelLooks.of(state, tunnel);
        Region line = place.part(0, row, place.width(), 1);
        Pen pen = Pen.on(line, 0).write(marked ? "▸" : " ", Ink.STRONG).write(look.sign() + " ", look.ink());
        Text name = line.truncated(shortName(tunnel.id()), names);
        pen.write(name, marked ? Ink.STRONG : Ink.NORMAL).at(3 + names + 2);
        pen.right(" ", Ink.NORMAL, 0);
        int words = Text.widthOf(look.words()) + 2;
        if (Facts.isOpen(tunnel) && tunnel.traffic().total() > 0) {
            traffic(tunnel.traffic(), pen, words);
        }
        pen.write(look.words(), look.ink());
        if (marked) {
            line.lay(0, selected ? Backdrop.SELECTED : Backdrop.MARKED);
        }
    }

    /** A narrow screen shows the port alone: the rest stands over the details of the marked tunnel. */
    private String shortName(TunnelId id) {
        return place.width() < FULL_NAMES_FROM ? Integer.toString(id.forward().port()) : name(id.forward());
    }

    static String name(LocalForward forward) {
        String bind = forward.bindAddress()
                .map(address -> (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":")
                .orElse("");
        return bind + forward.port() + " → " + forward.target();
    }

    private static void traffic(TunnelStatus.Traffic traffic, Pen pen, int keep) {
        String connections = Words.count(traffic.open(), "conn");
        String bytes =
                String.format(Locale.ROOT, "   ↓ %-7s ↑ %-7s", Words.bytes(traffic.down()), Words.bytes(traffic.up()));
        if (pen.room() >= keep + Text.widthOf(connections + bytes)) {
            pen.right(bytes, Ink.FAINT, 0);
        }
        pen.right(connections, Ink.FAINT, keep);
    }
}
