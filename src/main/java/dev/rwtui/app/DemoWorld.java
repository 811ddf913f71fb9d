package dev.rwtui.app;

import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.lab.Lab;
import dev.rwtui.lab.LabOptions;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import dev.rwtui.ssh.config.ConfigFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The lab behind {@code rwtui demo}, and a configuration that knows nothing of the user's. */
record DemoWorld(Lab lab) implements AutoCloseable {

    private static final String NOTE = "a lab in this process; nothing of yours is touched";

    static DemoWorld start() throws IOException {
        return new DemoWorld(Lab.start(new LabOptions(Threads.numbered("rwtui-lab-"), LabOptions.LocalPorts.USUAL)));
    }

    ConfigurationReader configuration() {
        String home = lab.directory().toString();
        ConfigFiles files = new DiskConfigFiles(
                new ConfigFiles.Surroundings(
                        lab.configFile().toString(),
                        home + "/system_config",
                        "demo",
                        "1000",
                        home,
                        InetAddress.getLoopbackAddress().getHostName(),
                        name -> Optional.empty()),
                new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
        return new ConfigurationFiles(files, Optional.empty(), List.of());
    }

    /** For the header: which local ports are not the usual ones, else what this is. */
    Optional<String> note() {
        return Optional.of(lab.notes().isEmpty() ? NOTE : String.join(" ", lab.notes()));
    }

    @Override
    public void close() throws IOException {
        lab.close();
    }
}
