package dev.rwtui.ssh.config;

/** Where a resolved value comes from. */
public sealed interface Origin {

    /** {@code ~/.ssh/config:12}, {@code command line} or {@code default}. */
    String words();

    /** A line of a file, from 1. */
    record Line(String file, int line) implements Origin {
        @Override
        public String words() {
            return file + ":" + line;
        }
    }

    /** An option of the command line, or of an {@code ssh} command inside {@code ProxyCommand}. */
    record CommandLine() implements Origin {
        @Override
        public String words() {
            return "command line";
        }
    }

    /** Nobody set it. */
    record Default() implements Origin {
        @Override
        public String words() {
            return "default";
        }
    }
}
