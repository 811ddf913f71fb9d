package dev.rwtui.ssh.config;

/** A {@code Match} block: rwtui leaves it out, whatever its condition. */
public record SkippedMatch(String file, int line, String condition) {

    /** {@code file:line: Match condition}. */
    @Override
    public String toString() {
        return file + ":" + line + ": Match " + condition;
    }
}
