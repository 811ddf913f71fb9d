package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Disk;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DiskTablesTest {

    private static Arguments of(String name, String df, DiskTables.Row row) {
        return Arguments.of(name, df, row);
    }

    private static DiskTables.Row row(String device, String type, long size, long used, long available, String mount) {
        return new DiskTables.Row(
                device,
                Optional.of(type).filter(name -> !name.isEmpty()),
                size << 10,
                used << 10,
                available << 10,
                mount);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                of(
                        "GNU with a type",
                        """
                        Filesystem             Type 1024-blocks      Used Available Capacity Mounted on
                        fs01:/export/home/grp7 nfs4  1048576000 524288000 524288000      50% /home/grp7
                        """,
                        row("fs01:/export/home/grp7", "nfs4", 1048576000, 524288000, 524288000, "/home/grp7")),
                of(
                        "a long name on a line of its own",
                        """
                        Filesystem           1K-blocks      Used Available Use% Mounted on
                        /dev/mapper/vg--with--a--very--long--name-home
                                              10190136    164528   9501320   2% /home
                        """,
                        row("/dev/mapper/vg--with--a--very--long--name-home", "", 10190136, 164528, 9501320, "/home")),
                of("BusyBox", """
                        Filesystem           1024-blocks    Used Available Capacity Mounted on
                        overlay               61255492  14312312  43799172  25% /
                        """, row("overlay", "", 61255492, 14312312, 43799172, "/")),
                of(
                        "macOS",
                        Recordings.of("df-mac.txt"),
                        row("/dev/disk3s5", "", 971350180, 512345678, 430123456, "/System/Volumes/Data")),
                of("a device with a space", """
                        Filesystem    1024-blocks Used Available Capacity  Mounted on
                        map auto_home           0    0         0   100%    /System/Volumes/Data/home
                        """, row("map auto_home", "", 0, 0, 0, "/System/Volumes/Data/home")),
                of(
                        "complaints first, a space in the mount point, more used than there is",
                        """
                        df: /mnt/old: Stale file handle
                        Filesystem     Type 1024-blocks Used Available Capacity Mounted on
                        /dev/sdb1      ext4        1000 1010       -10     101% /mnt/my disk
                        """,
                        row("/dev/sdb1", "ext4", 1000, 1010, -10, "/mnt/my disk")),
                of("no numbers", """
                        Filesystem     Type 1024-blocks  Used Available Capacity Mounted on
                        s3fs           fuse.s3fs      -     -         -        - /bucket
                        """, row("s3fs", "fuse.s3fs", 0, 0, 0, "/bucket")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void eachSystemsTable(String name, String df, DiskTables.Row row) {
        assertThat(DiskTables.row(df)).contains(row);
    }

    @Test
    void aComplaintAloneIsNoTable() {
        assertThat(DiskTables.row("df: .: Transport endpoint is not connected")).isEmpty();
        assertThat(DiskTables.row("")).isEmpty();
        assertThat(DiskTables.row("Filesystem Type 1024-blocks")).isEmpty();
    }

    @Test
    void inodes() {
        String gnu =
                "Filesystem       Inodes  IUsed    IFree IUse% Mounted on\n/dev/vda 16777216 469686 16307530    3% /";
        String btrfs = "Filesystem     Inodes IUsed IFree IUse% Mounted on\n/dev/sda3           0     0     0     - /";

        assertThat(DiskTables.inodes(gnu)).contains(new Disk.Inodes(469686, 16777216));
        assertThat(DiskTables.inodes(btrfs)).isEmpty();
        assertThat(DiskTables.inodes(Recordings.of("df-mac-inodes.txt")))
                .contains(new Disk.Inodes(3000000, 4304234560L));
        assertThat(DiskTables.inodes("")).isEmpty();
        assertThat(DiskTables.inodes("Filesystem iused ifree")).isEmpty();
    }

    @Test
    void theNearestMountIsTheLongestAndTheLastOfTwoInOnePlace() {
        String mounts = """
                /dev/sda1 / ext4
                auto.home /home/my\\040grp autofs
                fs01:/grp /home/my\\040grp nfs4
                tmpfs /home tmpfs
                """;

        assertThat(DiskTables.nearest(mounts)).contains(new DiskTables.Mount("fs01:/grp", "/home/my grp", "nfs4"));
        assertThat(DiskTables.nearest("")).isEmpty();
    }
}
