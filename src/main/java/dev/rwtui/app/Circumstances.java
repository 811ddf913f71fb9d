package dev.rwtui.app;

import dev.rwtui.tui.model.Client;
import java.util.List;
import java.util.Map;

/** What somebody who reads a bug report has to know first. No secret, and nothing of what the configuration says. */
final class Circumstances {

    private Circumstances() {}

    /**
     * Lines for the beginning of the log.
     *
     * @param colours the colour level, by its name
     */
    static List<String> lines(Client client, String colours, Map<String, String> environment) {
        return List.of(
                "rwtui " + Version.text() + ", Java " + property("java.runtime.version") + " of "
                        + property("java.vendor") + ", " + property("os.name") + " " + property("os.version") + " "
                        + property("os.arch"),
                "terminal " + environment.getOrDefault("TERM", "unknown") + within(environment) + ", "
                        + client.columns() + " x " + client.rows() + ", " + colours + ", " + client.glyphs(),
                "configuration " + client.configLabel());
    }

    /** By the names of variables: their values may name the user's files. */
    private static String within(Map<String, String> environment) {
        StringBuilder words = new StringBuilder();
        for (String name : List.of("TMUX", "STY", "SSH_CONNECTION", "TERM_PROGRAM")) {
            if (environment.containsKey(name)) {
                words.append(" in ").append(name);
            }
        }
        return words.toString();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
