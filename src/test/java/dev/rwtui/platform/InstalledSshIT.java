package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.OpenSsh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstalledSshIT {

    @TempDir
    private Path directory;

    private OpenSsh version(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("ssh"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return InstalledSsh.start(file.toString()).version();
    }

    @Test
    void itIsWhatItSaysOnStandardError() throws IOException {
        OpenSsh ssh =
                version("test \"$*\" = -V && echo 'OpenSSH_8.4p1 Debian-5+deb11u3, OpenSSL 1.1.1w  11 Sep 2023' >&2");

        assertThat(ssh).isEqualTo(new OpenSsh(8, 4, OpenSsh.Vendor.DEBIAN, "OpenSSH_8.4p1 Debian-5+deb11u3"));
    }

    @Test
    void whereThereIsNoneTheNewestCounts() throws IOException {
        assertThat(InstalledSsh.start("/nowhere/ssh").version()).isEqualTo(OpenSsh.NEWEST);
        assertThat(version("echo Sun_SSH_1.1")).isEqualTo(OpenSsh.NEWEST);
        assertThat(version("exit 1")).isEqualTo(OpenSsh.NEWEST);
    }
}
