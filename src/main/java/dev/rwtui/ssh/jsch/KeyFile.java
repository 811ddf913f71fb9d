package dev.rwtui.ssh.jsch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the file system says of an identity file. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    /**
     * Why a private key in it is passed over, as {@code ssh} does: one of one's own that others may read is no secret. A
     * file of somebody else, such as one that root has put there for all, is not looked at.
     */
    static Optional<String> fault(Path file) {
        try {
            PosixFileAttributes status = Files.readAttributes(file, PosixFileAttributes.class);
            return OWN.containsAll(status.permissions()) || !status.owner().equals(me(file))
                    ? Optional.empty()
                    : Optional.of("its permissions, " + PosixFilePermissions.toString(status.permissions())
                            + ", are too open; chmod 600 " + file);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty(); // It is found out when it is read.
        }
    }

    private static UserPrincipal me(Path file) throws IOException {
        return file.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
