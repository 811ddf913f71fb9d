package dev.rwtui.settings;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit as rwtui uses it. Left alone it runs {@code git} to find the system's configuration, writes files to measure time
 * stamps, and keeps what it measured below the home. Told beforehand, it runs nothing and writes nothing.
 */
public final class GitLibrary {

    private static final Object LOCK = new Object();

    @GuardedBy("LOCK")
    private static @Nullable Surroundings told;

    private GitLibrary() {}

    /**
     * Tells JGit what it would otherwise find out. Comes before any other use of JGit in this process; what it is told
     * holds for the whole process. Cheap when repeated.
     */
    public static void prepare(Surroundings surroundings) {
        synchronized (LOCK) {
            if (!surroundings.equals(told)) {
                SystemReader.setInstance(new QuietSystemReader(surroundings));
                FS.DETECTED.setUserHome(surroundings.home().toFile());
                frugal().install();
                told = surroundings;
            }
        }
    }

    /** By itself it takes 50 MB for one object, and tells the platform's management of what it does. */
    private static WindowCacheConfig frugal() {
        WindowCacheConfig config = new WindowCacheConfig();
        config.setStreamFileThreshold(2 << 20);
        config.setDeltaBaseCacheLimit(4 << 20);
        config.setPackedGitLimit(8 << 20);
        config.setExposeStatsViaJmx(false);
        return config;
    }
}
