package dev.rwtui.tui.command;

import dev.rwtui.tui.model.Key;
import java.util.stream.Collectors;

/** Keys as a person reads them. */
public final class KeyNames {

    private KeyNames() {}

    /** All keys of a command, {@code Up k}. */
    public static String of(Command command) {
        return command.keys().stream().map(KeyNames::of).collect(Collectors.joining(" "));
    }

    /** {@code Ctrl-C}, {@code Shift-Tab}, {@code j}. */
    public static String of(Key key) {
        String name = key.name();
        if (name.startsWith("C-")) {
            return "Ctrl-" + name.substring(2).toUpperCase(java.util.Locale.ROOT);
        }
        return name.startsWith("S-") ? "Shift-" + name.substring(2) : name;
    }
}
