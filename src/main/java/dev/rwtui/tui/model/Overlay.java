package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import java.util.Optional;

/** What lies over the panes. */
public sealed interface Overlay {

    /** Lines, of which the screen shows as many as it has room for. */
    sealed interface Page extends Overlay {

        /** Lines above the first one shown. */
        int scroll();

        /** The same further up or down. */
        Page at(int line);
    }

    /**
     * All keys.
     *
     * @param scroll lines above the first one shown
     */
    record Help(int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new Help(line);
        }
    }

    /**
     * What rwtui did.
     *
     * @param back lines that the view was scrolled up from the newest
     */
    record Log(int back) implements Overlay {}

    /**
     * A command that is being typed.
     *
     * @param chosen what is shown of the suggestion that is chosen: its place changes with the configuration; empty for none
     */
    record CommandLine(String text, Optional<String> chosen) implements Overlay {

        public static final CommandLine EMPTY = new CommandLine("", Optional.empty());

        /** With another text no suggestion is chosen any more. */
        public CommandLine typed(String newText) {
            return new CommandLine(newText, Optional.empty());
        }
    }

    /**
     * What is installed in an environment.
     *
     * @param scroll lines above the first one shown
     */
    record Packages(Pythons.Key environment, int scroll, Filter filter) implements Page {
        @Override
        public Page at(int line) {
            return new Packages(environment, line, filter);
        }
    }

    /** What an IDE needs to use an environment. */
    record ForIde(Pythons.Key environment, Form form, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new ForIde(environment, form, line);
        }
    }

    /**
     * How two environments differ.
     *
     * @param compared empty until the engine has said it
     */
    record Comparing(EnvironmentRef here, EnvironmentRef there, Optional<Compared> compared, int scroll)
            implements Page {
        @Override
        public Page at(int line) {
            return new Comparing(here, there, compared, line);
        }
    }

    /** What a machine has and how busy it is. */
    record MachineView(HostAlias host, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new MachineView(host, line);
        }
    }

    /**
     * Where GPUs are free.
     *
     * @param count how many are wanted on one machine
     */
    record FreeGpus(int count, int scroll) implements Page {
        @Override
        public Page at(int line) {
            return new FreeGpus(count, line);
        }
    }

    /** How it is put for an IDE. */
    enum Form {
        PYCHARM("PyCharm"),
        VS_CODE("VS Code");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public Form other() {
            return this == PYCHARM ? VS_CODE : PYCHARM;
        }
    }

    /** Quitting would close tunnels: is that meant? */
    record ConfirmQuit() implements Overlay {}

    /** Rows that the screen has room for below header and banner, above the footer and inside of a frame; at least one. */
    static int room(AppState state) {
        int banner = state.facts().configuration().problems().isEmpty() ? 0 : 1;
        return Math.max(1, state.client().rows() - 4 - banner);
    }
}
