package dev.rwtui.tui.command;

import java.util.stream.Collectors;

/** The keys as README shows them. */
public final class KeyTable {

    private KeyTable() {}

    /** One table of Markdown for each section, an empty line between two; ends with a line end. */
    public static String markdown() {
        return HelpPage.all().stream().map(KeyTable::table).collect(Collectors.joining("\n"));
    }

    private static String table(HelpPage.Section section) {
        return "| " + section.title() + " | |\n| --- | --- |\n"
                + section.commands().stream().map(KeyTable::row).collect(Collectors.joining());
    }

    private static String row(Command command) {
        String keys =
                command.keys().stream().map(key -> "`" + KeyNames.of(key) + "`").collect(Collectors.joining(" "));
        return "| " + keys + " | " + command.help() + " |\n";
    }
}
