package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/**
 * The machine as a configuration sees it. Calls may block on the disk; none of them throws for what a file is or is not.
 */
public interface ConfigFiles {

    /**
     * Reads a whole file; a directory is an empty one, as it is for {@code ssh}.
     *
     * @param path absolute, or relative to the working directory for one that {@code -F} names
     */
    Content read(String path);

    /** What {@link #stamp} and then {@link #read} give, which one look at the file may be enough for. */
    default Seen see(String path) {
        String stamp = stamp(path);
        return new Seen(stamp, read(path));
    }

    /** A file with what it was before it was read. */
    record Seen(String stamp, Content content) {}

    /**
     * Paths that match a glob(3) pattern, in its lexical order; empty where none does. {@code ~} has been replaced.
     *
     * @param pattern absolute
     */
    List<String> glob(String pattern);

    /**
     * A text that differs whenever the file may have other content than before: it was written, replaced, removed, or
     * became readable. Equal for two looks at a file that nobody has touched.
     */
    String stamp(String path);

    /** Whether there is anything at a path, links followed, that stat(2) can look at. */
    boolean exists(String path);

    Surroundings surroundings();

    /** The home directory of a user of this machine, for {@code ~user}. */
    Optional<String> homeOf(String user);

    /** The port of a TCP service, after services(5): {@code ssh} is 22. */
    Optional<Integer> service(String name);

    /** What reading a path gave. */
    sealed interface Content {

        /**
         * What stands there.
         *
         * @param safety what ssh checks of default and included files before it trusts them
         */
        record Text(String text, Safety safety) implements Content {}

        record Missing() implements Content {}

        /**
         * There is something, but it cannot be had.
         *
         * @param why in the system's words, or that it is too large to be a configuration
         */
        record Unreadable(String why) implements Content {}
    }

    /** Who can change a file. */
    enum Safety {
        SAFE,
        /** So may the user's private group, which Debian's ssh puts up with. */
        WRITABLE_BY_OWN_GROUP,
        /** Others may write it, or it belongs to somebody else. */
        WRITABLE_BY_OTHERS
    }

    /**
     * What tokens, {@code ~} and defaults stand for.
     *
     * @param userFile {@code ~/.ssh/config}; relative includes of it live in its directory
     * @param systemFile {@code /etc/ssh/ssh_config}; relative includes of it live in its directory
     * @param home of the password database, which is what {@code ssh} takes {@code ~} for
     */
    record Surroundings(
            String userFile,
            String systemFile,
            String user,
            String userId,
            String home,
            String hostName,
            Environment environment) {}

    /** Environment variables. */
    @FunctionalInterface
    interface Environment {
        Optional<String> variable(String name);
    }
}
