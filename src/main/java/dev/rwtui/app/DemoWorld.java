package dev.rwtui.app;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.ConfigurationReader;
import dev.rwtui.lab.Lab;
import dev.rwtui.lab.LabOptions;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.ConfigFiles;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lab behind {@code rwtui demo}, and a configuration that knows nothing of the user's. The lab starts when the
 * configuration is read for the first time: the screen does not wait for it.
 */
final class DemoWorld implements ConfigurationReader, AutoCloseable {

    /** For the header. */
    static final String NOTE = "a lab in this process; nothing of yours is touched";

    /** A {@code GIT_DIR} of the user's would win over the lab's repository, and be written to. */
    private static final String GIT = "GIT_";

    private Optional<Lab> lab = Optional.empty();
    private Optional<Consumer<Path>> listener = Optional.empty();
    private boolean closed;

    /** What the demo's own git goes by in place of the user's environment. */
    static Map<String, String> environment(Map<String, String> users) {
        Map<String, String> all = new HashMap<>(users);
        all.keySet().removeIf(name -> name.startsWith(GIT));
        all.put("GIT_CONFIG_NOSYSTEM", "1");
        all.put("GIT_CONFIG_GLOBAL", "/dev/null");
        return all;
    }

    @Override
    public Reading read(List<HostAlias> typed) {
        try {
            return reading(lab(), typed);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return new Reading(List.of(), List.of(), List.of(why), List.of(), Watched.NOTHING, host -> {
                throw SshException.of(Failure.Kind.CONFIGURATION, host, why, "");
            });
        }
    }

    /** Is told where the repository of the lab's user will be in a moment, once the lab is there. */
    synchronized void whenStarted(Consumer<Path> told) {
        listener = Optional.of(told);
        lab.ifPresent(there -> told.accept(there.checkout()));
    }

    private synchronized Lab lab() throws IOException {
        if (closed) {
            throw new IOException("the lab is closed");
        }
        if (lab.isEmpty()) {
            Lab.deleteStale();
            lab = Optional.of(Lab.start(new LabOptions(Threads.numbered("rwtui-lab-"), LabOptions.LocalPorts.USUAL)));
            lab.get().makeRepositories();
            listener.ifPresent(told -> told.accept(lab.get().checkout()));
        }
        return lab.get();
    }

    private static Reading reading(Lab lab, List<HostAlias> typed) {
        Site site = Site.of(files(lab));
        Reading read = new ConfigurationFiles(() -> site, Optional.empty(), List.of()).read(typed);
        List<HostSummary> hosts =
                read.hosts().stream().map(host -> noted(host, lab.notes())).toList();
        return new Reading(read.files(), hosts, read.problems(), read.patterns(), read.watched(), read.routes());
    }

    /** Which local ports are not the usual ones, said where the forwards are. */
    private static HostSummary noted(HostSummary host, List<String> notes) {
        if (!host.alias().value().equals("direwolf")) {
            return host;
        }
        List<String> remarks = new ArrayList<>(host.remarks());
        remarks.addAll(notes);
        return host.remarking(remarks);
    }

    private static ConfigFiles files(Lab lab) {
        String home = lab.directory().toString();
        return new DiskConfigFiles(
                new ConfigFiles.Surroundings(
                        lab.configFile().toString(),
                        home + "/system_config",
                        "demo",
                        "1000",
                        home,
                        "localhost",
                        name -> Optional.empty()),
                new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (lab.isPresent()) {
            lab.get().close();
        }
    }
}
