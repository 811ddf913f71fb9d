package dev.rwtui.tui.terminal;

/** What the {@link KeyParser} finds. Characters come one by one: a password must not become a string on its way. */
interface KeySink {

    /** A key that types no character, or one with modifiers, by its name as in {@link dev.rwtui.tui.model.Key}. */
    void key(String name);

    /** A typed or pasted character; among pasted ones also tab, line feed and carriage return. */
    void character(int codePoint);

    /** What follows was pasted, until {@link #pasteEnded()}. */
    void pasteStarted();

    void pasteEnded();
}
