package dev.rwtui.doctor;

import dev.rwtui.ssh.model.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who may write what decides whom to trust. */
final class ModeCheck {

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private ModeCheck() {}

    /** Of the user's own directory for ssh; empty where there is none. */
    static Optional<Remark> directory(String about, Path directory) {
        return mode(directory)
                .map(mode -> isOpen(mode)
                        ? Remark.wrong(
                                about,
                                directory + " may be written by others: " + PosixFilePermissions.toString(mode),
                                "chmod 700 " + directory)
                        : Remark.good(about, directory + " has the mode " + PosixFilePermissions.toString(mode)));
    }

    /** Of a known_hosts file; empty where nothing is to be said of it. */
    static Optional<Remark> knownHosts(String about, String file) {
        try {
            Path path = Path.of(file);
            Optional<Set<PosixFilePermission>> mode = mode(path);
            if (mode.isEmpty() || !Files.isRegularFile(path)) {
                return Optional.empty();
            }
            if (isOpen(mode.get())) {
                return Optional.of(Remark.wrong(
                        about,
                        file + " may be written by others, who decide then whom you trust: "
                                + PosixFilePermissions.toString(mode.get()),
                        "chmod 600 " + file));
            }
            return Files.isWritable(path)
                    ? Optional.empty()
                    : Optional.of(Remark.notable(
                            about, file + " cannot be written: new host keys are not recorded", "chmod u+w " + file));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(Set<PosixFilePermission> mode) {
        return !Collections.disjoint(mode, OTHERS);
    }

    private static Optional<Set<PosixFilePermission>> mode(Path path) {
        try {
            return Optional.of(Files.getPosixFilePermissions(path));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
