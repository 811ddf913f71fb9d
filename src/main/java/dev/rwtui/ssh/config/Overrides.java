package dev.rwtui.ssh.config;

import java.util.List;

/**
 * What a command line says before any file does: {@code -o} options in order, as {@code Keyword=value} or
 * {@code Keyword value}. {@code -l}, {@code -p}, {@code -i}, {@code -J} and {@code user@} become such options.
 */
public record Overrides(List<String> options) {

    public static final Overrides NONE = new Overrides(List.of());

    public Overrides {
        options = List.copyOf(options);
    }

    /** One option, its value quoted so that blanks, quotes and hashes in it arrive as they are. */
    public static String option(String keyword, String value) {
        return keyword + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
