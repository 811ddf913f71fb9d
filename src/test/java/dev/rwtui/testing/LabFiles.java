package dev.rwtui.testing;

import dev.rwtui.lab.Lab;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import dev.rwtui.ssh.config.ConfigFiles;
import java.nio.file.Path;
import java.util.Optional;

/** The machine as a lab's configuration sees it: the lab's file is the user's, and there is no other. */
public final class LabFiles {

    private LabFiles() {}

    /** The lab's directory stands for the home. */
    public static ConfigFiles of(Lab lab) {
        String home = lab.directory().toString();
        return new DiskConfigFiles(
                new ConfigFiles.Surroundings(
                        lab.configFile().toString(),
                        home + "/no-system-file",
                        "tester",
                        "1000",
                        home,
                        "here",
                        name -> Optional.empty()),
                new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
    }
}
