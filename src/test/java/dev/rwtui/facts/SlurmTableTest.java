package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Scheduler;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlurmTableTest {

    @Test
    void jobsThatRunAndJobsThatWait() {
        assertThat(SlurmTable.parse("squeue: a word of warning\n" + Recordings.of("squeue.txt")))
                .containsExactly(
                        new Scheduler.Job(
                                "4711",
                                "train | resnet",
                                "gpu",
                                "RUNNING",
                                Optional.of(Duration.ofHours(26).plusMinutes(3).plusSeconds(4)),
                                Optional.of(Duration.ofDays(2)),
                                2,
                                "gpu[01-02]",
                                Optional.empty()),
                        new Scheduler.Job(
                                "4712_3",
                                "sweep",
                                "gpu",
                                "RUNNING",
                                Optional.of(Duration.ofSeconds(184)),
                                Optional.empty(),
                                1,
                                "gpu07",
                                Optional.empty()),
                        new Scheduler.Job(
                                "4712_[5-8%2]",
                                "sweep",
                                "gpu",
                                "PENDING",
                                Optional.of(Duration.ZERO),
                                Optional.of(Duration.ofMinutes(750)),
                                1,
                                "",
                                Optional.of("JobArrayTaskLimit")),
                        new Scheduler.Job(
                                "4713",
                                "wait for it",
                                "cpu",
                                "PENDING",
                                Optional.of(Duration.ZERO),
                                Optional.empty(),
                                4,
                                "",
                                Optional.of("Resources")),
                        new Scheduler.Job(
                                "4714",
                                "",
                                "gpu",
                                "COMPLETING",
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(3599)),
                                1,
                                "gpu03",
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0:00,PT0S", "59:59,PT59M59S", "1:00:00,PT1H", "365-00:00:00,PT8760H", "10-23:59:59,PT263H59M59S"})
    void timesOfSlurm(String text, Duration time) {
        assertThat(SlurmTable.time(text)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"UNLIMITED", "NOT_SET", "INVALID", "Partition_Limit", "99999999999999999-00:00:00", "''"})
    void wordsThatAreNoTime(String text) {
        assertThat(SlurmTable.time(text)).isEmpty();
    }
}
