package dev.rwtui.tui.model;

import dev.rwtui.ssh.model.HostSummary;
import java.util.Locale;

/** What hosts, or packages, are looked for by: lower case matches both cases, one capital letter makes it exact. */
public record Filter(String text, Stage stage) {

    public static final Filter NONE = new Filter("", Stage.KEPT);

    /** Whether it is being typed. */
    public enum Stage {
        TYPED,
        KEPT
    }

    public boolean isBeingTyped() {
        return stage == Stage.TYPED;
    }

    public boolean isActive() {
        return !text.isEmpty();
    }

    public Filter typed(String newText) {
        return new Filter(newText, Stage.TYPED);
    }

    public Filter kept() {
        return new Filter(text, Stage.KEPT);
    }

    /** Looks in all its names, description and destination. */
    public boolean matches(HostSummary host) {
        return host.names().anyMatch(name -> finds(name.value()))
                || finds(host.description())
                || finds(host.destination().host());
    }

    /** Whether some text has it inside. */
    public boolean finds(String where) {
        boolean exact = !text.toLowerCase(Locale.ROOT).equals(text);
        return exact ? where.contains(text) : where.toLowerCase(Locale.ROOT).contains(text);
    }
}
