package dev.rwtui.remote;

/** Quoting for a POSIX shell. */
public final class Posix {

    private static final String HARMLESS = "%+,-./:=@_";

    private Posix() {}

    /** One word of a POSIX shell with exactly this value, for a script; bare where that is the same. */
    public static String quoted(String value) {
        boolean bare = !value.isEmpty()
                && value.charAt(0) != '-'
                && value.indexOf('=') < 0
                && value.chars().allMatch(c -> isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0);
        return bare ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
