package dev.rwtui.tui.command;

import dev.rwtui.tui.model.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All keys in sections, one line each. */
public final class HelpPage {

    private static final List<Section> SECTIONS = sections();

    private HelpPage() {}

    /** A heading and the commands under it. */
    public record Section(String title, List<Command> commands) {
        public Section {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A line of the help screen.
     *
     * @param keys empty for a heading and for an empty line
     */
    public record Line(String keys, String text) {}

    public static List<Section> all() {
        return SECTIONS;
    }

    /** As the help screen shows them, an empty line between two sections. */
    public static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Section section : SECTIONS) {
            if (!lines.isEmpty()) {
                lines.add(new Line("", ""));
            }
            lines.add(new Line("", section.title()));
            section.commands().forEach(command -> lines.add(new Line(KeyNames.of(command), command.help())));
        }
        return lines;
    }

    private static List<Section> sections() {
        Set<Command> left = EnumSet.allOf(Command.class);
        List<Section> all = new ArrayList<>();
        all.add(taken(left, "Everywhere", EnumSet.allOf(Context.class)));
        all.add(taken(left, "With the hosts focused", EnumSet.of(Context.HOSTS)));
        all.add(taken(left, "With the tunnels focused", EnumSet.of(Context.TUNNELS)));
        all.add(taken(left, "With the environments focused", EnumSet.of(Context.PYTHON)));
        all.add(taken(left, "With the sync focused", EnumSet.of(Context.SYNC)));
        all.add(taken(left, "With environments or the sync focused", Command.MAP.contexts()));
        all.add(taken(left, "Hosts and tunnels", EnumSet.of(Context.HOSTS, Context.TUNNELS)));
        all.add(taken(left, "Every pane", Command.GIT_SYNC.contexts()));
        all.add(taken(left, "Moving", Command.UP.contexts()));
        all.add(taken(left, "Moving by pages", Command.PAGE_UP.contexts()));
        all.add(taken(left, "The plan of a git-sync", EnumSet.of(Context.PLAN)));
        all.add(taken(left, "A git-sync that failed", EnumSet.of(Context.SYNC_FAILED)));
        all.add(taken(left, "Backups of git-syncs", EnumSet.of(Context.BACKUPS)));
        all.add(taken(left, "Making a clone, dropping a backup", EnumSet.of(Context.CONFIRMING)));
        all.add(taken(left, "Packages of an environment", EnumSet.of(Context.PACKAGES)));
        all.add(taken(left, "A comparison", EnumSet.of(Context.COMPARING)));
        all.add(taken(left, "What an IDE needs", EnumSet.of(Context.FOR_IDE)));
        all.add(taken(left, "While finding", EnumSet.of(Context.FINDING)));
        all.add(taken(left, "While typing a command", EnumSet.of(Context.COMMANDING)));
        all.add(taken(left, "Whatever is read", Command.CLOSE.contexts()));
        all.add(taken(left, "A question to type an answer to", EnumSet.of(Context.ANSWERING)));
        all.add(taken(left, "An unknown host key", EnumSet.of(Context.HOST_KEY)));
        all.add(taken(left, "Quitting with open tunnels", EnumSet.of(Context.QUITTING)));
        return List.copyOf(all);
    }

    private static Section taken(Set<Command> left, String title, Set<Context> contexts) {
        List<Command> found = left.stream()
                .filter(command -> command.contexts().equals(contexts))
                .collect(Collectors.toList());
        found.forEach(left::remove);
        return new Section(title, found);
    }
}
