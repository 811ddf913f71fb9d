package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Disk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QuotaTableTest {

    @Test
    void aGracePeriodStandsOnlyWhereALimitIsExceeded() {
        assertThat(QuotaTable.parse(Recordings.of("quota.txt")))
                .containsOnlyKeys("/dev/mapper/vg-home", "server:/export/scratch")
                .containsEntry(
                        "/dev/mapper/vg-home",
                        new Disk.Quota(
                                52000000L << 10,
                                Optional.of(50000000L << 10),
                                Optional.of(60000000L << 10),
                                123456,
                                Optional.of(200000L),
                                Optional.of(250000L)))
                .containsEntry(
                        "server:/export/scratch",
                        new Disk.Quota(
                                1L << 30,
                                Optional.empty(),
                                Optional.of(10L << 30),
                                42,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void lustreBreaksLinesAndBracketsWhatIsNotExact() {
        assertThat(QuotaTable.parse(Recordings.of("quota-lustre.txt")))
                .containsOnlyKeys("/lustre/a/long/mount/point")
                .containsEntry(
                        "/lustre/a/long/mount/point",
                        new Disk.Quota(
                                1234567L << 10,
                                Optional.empty(),
                                Optional.of(5000000L << 10),
                                98765,
                                Optional.of(90000L),
                                Optional.of(100000L)));
    }

    @Test
    void whoeverHasNoneHasNone() {
        assertThat(QuotaTable.parse("Disk quotas for user alice (uid 1001): none\n"))
                .isEmpty();
        assertThat(QuotaTable.parse("")).isEmpty();
    }
}
