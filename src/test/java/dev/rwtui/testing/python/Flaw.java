package dev.rwtui.testing.python;

/** Why an environment cannot be used. */
public enum Flaw {
    /** Its interpreter is a link to a file that is gone. */
    DANGLING,
    /** Its interpreter is a copy, and the installation that it needs is gone. */
    BASE_GONE,
    /** It lies elsewhere than its activation says. */
    MOVED,
    NO_PYTHON,
    NOT_EXECUTABLE,
    /** Its packages are for another version than what its interpreter's link leads to by now. */
    UPGRADED
}
