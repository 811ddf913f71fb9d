package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Canvas;
import dev.rwtui.tui.canvas.Region;
import dev.rwtui.tui.canvas.Style;
import dev.rwtui.tui.canvas.Text;
import dev.rwtui.tui.model.AppState;
import dev.rwtui.tui.model.Client;
import dev.rwtui.tui.model.Context;
import dev.rwtui.tui.model.Wrapped;
import java.util.List;

/** The dashboard as a grid of cells. */
public final class View {

    private static final int TOAST_ROWS = 3;

    /** What is being typed stays in sight. */
    private static final int TOAST_ROWS_BELOW_INPUT = 2;

    private View() {}

    /** Any state at any size. */
    public static Canvas draw(AppState state) {
        Client client = state.client();
        Canvas canvas = new Canvas(client.columns(), client.rows(), Wrapped.repertoire(client));
        if (client.hasRoom()) {
            draw(state, canvas.region());
        } else {
            tooSmall(canvas.region());
        }
        return canvas;
    }

    private static void tooSmall(Region all) {
        String words = "rwtui needs " + Client.MINIMUM_COLUMNS + " x " + Client.MINIMUM_ROWS + ", this is "
                + all.width() + " x " + all.height() + ". Enlarge it, or quit with Ctrl-C.";
        List<Text> lines = all.measured(words).wrapped(all.width());
        int row = Math.max(0, (all.height() - lines.size()) / 2);
        for (Text line : lines) {
            all.text(row++, Math.max(0, (all.width() - line.width()) / 2), line, Style.PLAIN);
        }
    }

    private static void draw(AppState state, Region all) {
        Header.draw(state, all.part(0, 0, all.width(), 1));
        Footer.draw(state, all.part(0, all.height() - 1, all.width(), 1));
        int above = 1;
        if (Banner.isNeeded(state)) {
            Banner.draw(state, all.part(0, 1, all.width(), 1));
            above = 2;
        }
        Region body = all.part(0, above, all.width(), all.height() - above - 1);
        panes(state, body);
        if (state.context() == Context.QUITTING || state.questions().isEmpty()) {
            state.screen().overlay().ifPresent(overlay -> OverlayView.draw(state, overlay, body));
        } else {
            QuestionView.draw(state, body);
        }
        int rows = state.commandLine().isPresent() ? TOAST_ROWS_BELOW_INPUT : TOAST_ROWS;
        Region aboveFooter = all.part(0, all.height() - 1 - rows, all.width(), rows);
        state.screen().toast().ifPresent(toast -> ToastView.draw(toast, aboveFooter));
    }

    private static void panes(AppState state, Region body) {
        if (state.facts().configuration().hosts().isEmpty()) {
            EmptyView.draw(state, body);
            return;
        }
        int share = Math.min(body.width() / 3, Math.max(30, body.width() * 3 / 10));
        int left = Math.max(24, Math.min(44, share));
        HostsView.draw(state, body.part(0, 0, left, body.height()));
        HostView.draw(state, body.part(left, 0, body.width() - left, body.height()));
    }
}
