package dev.rwtui.ssh.config;

/** A file that was looked for. */
public record SourceFile(String path, State state) {

    /** What became of it. */
    public sealed interface State {

        record Read() implements State {}

        record Missing() implements State {}

        /**
         * It is there, but it cannot be read.
         *
         * @param why in the system's words
         */
        record Unreadable(String why) implements State {}
    }
}
