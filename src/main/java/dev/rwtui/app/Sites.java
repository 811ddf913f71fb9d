package dev.rwtui.app;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.InstalledSsh;
import dev.rwtui.platform.SystemMachine;
import dev.rwtui.ssh.config.ConfigFiles;
import dev.rwtui.ssh.config.OpenSsh;
import dev.rwtui.ssh.config.Site;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where the user's configuration is read: the user's own files, this machine, and the {@code ssh} that it has. Found out
 * when it is asked for, once: it takes another program.
 */
final class Sites implements Supplier<Site> {

    /** What {@code ssh -V} has said to the launcher, which can ask in less time than a JVM that has just started. */
    private static final String SAID = "rwtui.ssh";

    private final Executor blocking;

    @GuardedBy("this")
    private Optional<Site> found = Optional.empty();

    /** @param blocking for look-ups that the system may take its time for */
    Sites(Executor blocking) {
        this.blocking = blocking;
    }

    /** Blocks on the disk and on {@code ssh -V}. */
    @Override
    public synchronized Site get() {
        if (found.isEmpty()) {
            found = Optional.of(thisMachine());
        }
        return found.get();
    }

    private Site thisMachine() {
        String said = System.getProperty(SAID);
        if (said != null) {
            return site(DiskConfigFiles.ofThisMachine(), OpenSsh.parse(said));
        }
        InstalledSsh ssh = InstalledSsh.start();
        ConfigFiles files = DiskConfigFiles.ofThisMachine();
        return site(files, ssh.version());
    }

    private Site site(ConfigFiles files, OpenSsh ssh) {
        return new Site(files, SystemMachine.ofThisProcess(blocking), ssh);
    }
}
