package dev.rwtui.ssh.config;

/**
 * Something wrong in a configuration, located.
 *
 * @param file the path, or {@code command line}
 * @param line from 1; 0 where the whole of {@code file} is meant
 */
public record Problem(String file, int line, String what) {

    /** A problem of the line that set a value; a default has none. */
    public static Problem at(Origin origin, String what) {
        return origin instanceof Origin.Line line
                ? new Problem(line.file(), line.line(), what)
                : new Problem(origin.words(), 0, what);
    }

    /** {@code file:line: what}. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + ": " + what;
    }
}
