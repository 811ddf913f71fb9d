package dev.rwtui.app;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.config.Site;

/** Where configurations are read. */
final class Sites {

    private Sites() {}

    /** The user's own files, this machine, and the {@code ssh} that it has. */
    static Site ofThisMachine() {
        return Site.of(DiskConfigFiles.ofThisMachine());
    }
}
