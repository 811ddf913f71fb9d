package dev.rwtui.ssh.model;

/**
 * Something that was looked at on the way to a host, ready to be read by a person.
 *
 * @param about a short heading: what is looked at; remarks about the same come one after the other
 * @param text what was found, one line, unsanitised
 * @param advice how to mend it, one sentence; empty where there is nothing to do
 */
public record Remark(String about, Weight weight, String text, String advice) {

    public static Remark good(String about, String text) {
        return new Remark(about, Weight.GOOD, text, "");
    }

    public static Remark notable(String about, String text, String advice) {
        return new Remark(about, Weight.NOTABLE, text, advice);
    }

    public static Remark wrong(String about, String text, String advice) {
        return new Remark(about, Weight.WRONG, text, advice);
    }

    /** How much it matters. */
    public enum Weight {
        GOOD,
        /** Works, or need not work, but a person may want to know. */
        NOTABLE,
        WRONG
    }
}
