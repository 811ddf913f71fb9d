package dev.rwtui.engine;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.platform.SystemTables;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.config.ConfigFiles;
import dev.rwtui.testing.EngineRig;
import dev.rwtui.testing.SshdLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Engines for the servers of a lab, by a configuration of their own and nobody else's. */
final class LabEngine {

    private LabEngine() {}

    /** Lines for every host: the lab's servers, key and known_hosts. */
    static String defaults(SshdLab lab) {
        return "  HostName 127.0.0.1\n  IdentitiesOnly yes\n  IdentityAgent none\n  IdentityFile "
                + lab.path("id_ed25519") + "\n  UserKnownHostsFile " + lab.path("known_hosts")
                + "\n  GlobalKnownHostsFile /dev/null\n";
    }

    /** By these lines, with the {@link #defaults} for every host after them. */
    static EngineRig by(SshdLab lab, String lines) throws IOException {
        Path file = Files.createTempFile(lab.path(""), "config", "");
        return reading(lab, Files.writeString(file, lines + "Host *\n" + defaults(lab)), new Backoff(() -> 0.5));
    }

    static EngineRig reading(SshdLab lab, Path file, Backoff backoff) {
        return EngineRig.reading(noOtherFiles(lab), Optional.of(file.toString()), backoff);
    }

    private static ConfigFiles noOtherFiles(SshdLab lab) {
        String none = lab.path("no_such_file").toString();
        return new DiskConfigFiles(
                new ConfigFiles.Surroundings(
                        none, none, SshdLab.user(), "1000", lab.path("").toString(), "here", name -> Optional.empty()),
                new SystemTables(Path.of("/etc/passwd"), Path.of("/etc/services")));
    }
}
