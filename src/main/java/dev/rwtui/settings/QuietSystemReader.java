package dev.rwtui.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Answers JGit from files that git reads too, and from what it is given; starts nothing and writes nothing. */
final class QuietSystemReader extends SystemReader {

    private final Surroundings surroundings;

    QuietSystemReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** JGit wants it only for the owner of a lock of its garbage collection; asking the network is not worth that. */
    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
        return surroundings.environment().get(variable);
    }

    @Override
    public @Nullable String getProperty(String key) {
        return key.equals("user.home") ? surroundings.home().toString() : System.getProperty(key);
    }

    /** All of git's files but the last one, which is {@link #openUserConfig}. */
    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        List<Path> files = surroundings.gitFiles();
        FileBasedConfig config = new NoFile(parent, fs);
        for (Path file : files.subList(0, files.size() - 1)) {
            config = new UsersConfig(config, file, fs);
        }
        return config;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        List<Path> files = surroundings.gitFiles();
        return new UsersConfig(parent, files.get(files.size() - 1), fs);
    }

    /** {@code ~/.config/jgit/config}, where JGit keeps what it has measured. */
    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    @SuppressWarnings("deprecation") // deprecated there, and abstract
    public long getCurrentTime() {
        return now().toEpochMilli();
    }

    @Override
    public ZoneOffset getTimeZoneAt(Instant when) {
        return ZoneId.systemDefault().getRules().getOffset(when);
    }

    @Override
    @SuppressWarnings("deprecation") // deprecated there, and abstract
    public int getTimezone(long when) {
        return getTimeZoneAt(Instant.ofEpochMilli(when)).getTotalSeconds() / 60;
    }

    /** What JGit knows of the user's configuration. */
    private static class UsersConfig extends FileBasedConfig {

        UsersConfig(@Nullable Config parent, @Nullable Path file, FS fs) {
            super(parent, file == null ? null : file.toFile(), fs);
        }

        /**
         * What JGit would measure of a file system, by writing to it: unless the user has told it, two seconds, the coarsest
         * there is, so that at worst a file is read once more.
         */
        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            String value = super.getString(section, subsection, name);
            if (value != null || !section.equals("filesystem")) {
                return value;
            }
            return name.equals("timestampResolution") ? "2 seconds" : "8 milliseconds";
        }

        /** A file that JGit cannot read must not keep it from a repository: rwtui answers from none of this. */
        @Override
        public void load() {
            try {
                super.load();
            } catch (IOException | ConfigInvalidException e) {
                clear();
            }
        }
    }

    /** A configuration without a file. */
    private static final class NoFile extends UsersConfig {

        NoFile(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public String toString() {
            return "NoFile";
        }
    }
}
