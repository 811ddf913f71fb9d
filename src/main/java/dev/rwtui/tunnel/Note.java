package dev.rwtui.tunnel;

import dev.rwtui.base.HostAlias;

/** One line for the log of what rwtui did. The text may hold words of a server, unsanitised. */
public record Note(HostAlias host, Level level, String text) {

    /** How much it matters. */
    public enum Level {
        INFO,
        WARNING
    }
}
