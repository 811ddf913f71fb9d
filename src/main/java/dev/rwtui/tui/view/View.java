package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Repertoire;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;

/** The dashboard as a grid of cells. */
public final class View {

    private View() {}

    /** Any state at any size. */
    public static Canvas draw(AppState state) {
        Client client = state.client();
        Repertoire repertoire = switch (client.glyphs()) {
            case UTF_8 -> Repertoire.UNICODE;
            case ASCII -> Repertoire.ASCII;
        };
        Canvas canvas = new Canvas(client.columns(), client.rows(), repertoire);
        Region all = canvas.region();
        Header.draw(state, all.part(0, 0, all.width(), 1));
        Footer.draw(state, all.part(0, all.height() - 1, all.width(), 1));
        Region body = all.part(0, 1, all.width(), all.height() - 2);
        int left = Math.max(24, Math.min(44, all.width() * 3 / 10));
        HostsView.draw(state, body.part(0, 0, left, body.height()));
        HostView.draw(state, body.part(left, 0, body.width() - left, body.height()));
        return canvas;
    }
}
