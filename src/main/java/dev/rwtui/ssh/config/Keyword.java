package dev.rwtui.ssh.config;

/**
 * One keyword that OpenSSH's client knows.
 *
 * @param name the canonical spelling, lower case, where a keyword has several
 * @param syntax checks its arguments
 * @param scope whether a block decides over it
 * @param sinceMajor with {@code sinceMinor} the first version that knows it
 */
record Keyword(String name, ArgumentSyntax syntax, Treatment treatment, Scope scope, int sinceMajor, int sinceMinor) {

    /** Applies where its block does. */
    Keyword(String name, ArgumentSyntax syntax, Treatment treatment, int sinceMajor, int sinceMinor) {
        this(name, syntax, treatment, Scope.BLOCK, sinceMajor, sinceMinor);
    }

    /** Known to every version that rwtui follows. */
    Keyword(String name, ArgumentSyntax syntax, Treatment treatment, Scope scope) {
        this(name, syntax, treatment, scope, 0, 0);
    }

    boolean isKnownTo(OpenSsh ssh) {
        return ssh.isAtLeast(sinceMajor, sinceMinor);
    }

    /** Where a line with this keyword applies. */
    enum Scope {
        BLOCK,
        /** Wherever it stands, as ssh has it. */
        EVERYWHERE
    }

    /** What comes of a line with this keyword. */
    enum Treatment {
        /** Starts a block, or brings in other files. */
        STRUCTURE,
        ACTED_ON,
        /** Known and checked; rwtui does nothing with it, and its user would want to know. */
        MISSED,
        /** Known and checked; rwtui does nothing with it, and nobody would notice. */
        KEPT,
        /** Obsolete or compiled out: {@code ssh} itself does nothing with it. */
        IGNORED
    }
}
