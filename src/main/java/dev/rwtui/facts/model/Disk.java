package dev.rwtui.facts.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file system that a directory is in.
 *
 * @param path of the directory, without symbolic links
 * @param device what is mounted: {@code /dev/sda1}, {@code server:/home}
 * @param type {@code ext4}, {@code nfs4}; empty where nothing tells
 * @param size in bytes, as the next two
 * @param available to this user, which may be less than what is not used
 * @param inodes empty where the file system has no fixed number
 * @param quotas of this user, where the system tells
 */
public record Disk(
        String path,
        String device,
        String mountPoint,
        Optional<String> type,
        long size,
        long used,
        long available,
        Optional<Inodes> inodes,
        List<Quota> quotas) {

    private static final Set<String> NETWORK = Set.of(
            "9p",
            "afs",
            "afpfs",
            "beegfs",
            "ceph",
            "cifs",
            "fhgfs",
            "fuse.ceph",
            "fuse.ceph-fuse",
            "fuse.glusterfs",
            "fuse.juicefs",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.sshfs",
            "gfs2",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs3",
            "nfs4",
            "ocfs2",
            "panfs",
            "pvfs2",
            "quobyte",
            "smb3",
            "smbfs",
            "vboxsf",
            "webdav",
            "wekafs");

    public Disk {
        quotas = List.copyOf(quotas);
    }

    /** Whether its files are on another machine. */
    public boolean onNetwork() {
        return onNetwork(type, device);
    }

    /** As {@link #onNetwork()}; where no type tells, by the form of {@code server:/directory}. */
    public static boolean onNetwork(Optional<String> type, String device) {
        return type.map(NETWORK::contains).orElseGet(() -> device.startsWith("//") || device.contains(":/"));
    }

    /** How many files there are, and how many there can be. */
    public record Inodes(long used, long total) {}

    /**
     * How much this user may have.
     *
     * @param used in bytes, as the two limits; a limit is empty where there is none
     * @param soft may be exceeded for a while
     * @param files as many as the user has
     */
    public record Quota(
            long used,
            Optional<Long> soft,
            Optional<Long> hard,
            long files,
            Optional<Long> softFiles,
            Optional<Long> hardFiles) {}
}
