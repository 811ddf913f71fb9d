package dev.rwtui.gitsync;

/**
 * How much is copied into git; what is more is renamed.
 *
 * @param large bytes of one file
 * @param most bytes of all of them together
 */
record Limits(long large, long most) {

    static final Limits STANDARD = new Limits(50L << 20, 500L << 20);
}
