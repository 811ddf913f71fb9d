package dev.rwtui.ssh.config;

/**
 * One line of what a name resolves to, as {@code ssh -G} prints it, and where it comes from.
 *
 * @param keyword as printed
 * @param value as printed, without the keyword; may be empty
 */
public record Explained(String keyword, String value, Origin origin, Standing standing) {

    /** What rwtui does with it. */
    public enum Standing {
        ACTED_ON,
        /** Kept and shown; rwtui does nothing with it. */
        KEPT
    }
}
