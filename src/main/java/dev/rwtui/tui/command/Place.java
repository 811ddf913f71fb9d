package dev.rwtui.tui.command;

import dev.rwtui.tui.model.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a key works, and whether the footer speaks of it. */
enum Place {
    LISTS_HOSTS(Footing.NAMED, Context.HOSTS),
    LISTS_TUNNELS(Footing.NAMED, Context.TUNNELS),
    LISTS_PYTHONS(Footing.NAMED, Context.PYTHON),
    SHOWS_SYNC(Footing.NAMED, Context.SYNC),
    CODE(Footing.NAMED, Context.PYTHON, Context.SYNC),
    PACKAGES(Footing.NAMED, Context.PACKAGES),
    FOR_IDE(Footing.NAMED, Context.FOR_IDE),
    COMPARING(Footing.NAMED, Context.COMPARING),
    PLAN(Footing.NAMED, Context.PLAN),
    SILENT_PLAN(Footing.SILENT, Context.PLAN),
    SYNC_FAILED(Footing.NAMED, Context.SYNC_FAILED),
    BACKUPS(Footing.NAMED, Context.BACKUPS),
    CONFIRMING(Footing.NAMED, Context.CONFIRMING),
    LISTS(Footing.NAMED, Context.HOSTS, Context.TUNNELS),
    SILENT_LISTS(Footing.SILENT, Context.HOSTS, Context.TUNNELS),
    PANES(Footing.NAMED, Context.HOSTS, Context.TUNNELS, Context.PYTHON, Context.SYNC),
    SILENT_PANES(Footing.SILENT, Context.HOSTS, Context.TUNNELS, Context.PYTHON, Context.SYNC),
    MOVING(
            Footing.SILENT,
            Context.HOSTS,
            Context.TUNNELS,
            Context.PYTHON,
            Context.SYNC,
            Context.HELP,
            Context.LOG,
            Context.PACKAGES,
            Context.FOR_IDE,
            Context.COMPARING,
            Context.MACHINE,
            Context.BACKUPS,
            Context.SYNC_PAGE),
    /** As {@link #MOVING}; and where letters have another meaning. */
    PAGING(
            Footing.SILENT,
            Context.HOSTS,
            Context.TUNNELS,
            Context.PYTHON,
            Context.SYNC,
            Context.HELP,
            Context.LOG,
            Context.PACKAGES,
            Context.FOR_IDE,
            Context.COMPARING,
            Context.MACHINE,
            Context.BACKUPS,
            Context.SYNC_PAGE,
            Context.PLAN),
    FINDING(Footing.NAMED, Context.FINDING),
    SILENT_FINDING(Footing.SILENT, Context.FINDING),
    COMMANDING(Footing.NAMED, Context.COMMANDING),
    SILENT_COMMANDING(Footing.SILENT, Context.COMMANDING),
    ANSWERING(Footing.NAMED, Context.ANSWERING),
    HOST_KEY(Footing.NAMED, Context.HOST_KEY),
    QUITTING(Footing.NAMED, Context.QUITTING),
    READING(
            Footing.NAMED,
            Context.HELP,
            Context.LOG,
            Context.PACKAGES,
            Context.FOR_IDE,
            Context.COMPARING,
            Context.MACHINE,
            Context.BACKUPS,
            Context.SYNC_PAGE),
    EVERYWHERE(Footing.SILENT, Context.values());

    private final Footing footing;
    // Set.copyOf below: nobody can change it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Context> contexts;

    Place(Footing footing, Context... contexts) {
        this.footing = footing;
        this.contexts = Set.copyOf(EnumSet.copyOf(List.of(contexts)));
    }

    Set<Context> contexts() {
        return contexts;
    }

    boolean isNamed() {
        return footing == Footing.NAMED;
    }

    private enum Footing {
        NAMED,
        SILENT
    }
}
