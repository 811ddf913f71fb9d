package dev.rwtui.ssh.config;

/** Something wrong in a configuration file, located. */
public record Problem(String file, int line, String what) {

    /** {@code file:line: what}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
