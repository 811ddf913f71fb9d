package dev.rwtui.facts.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Facts go over the engine's border, which only lets through what survives a trip through JSON. */
final class FactsAsJsonTest {

    /** What is computed of a record's components, such as {@link Gpu#isFree}, does not travel. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build()
            .registerModules(new Jdk8Module(), new JavaTimeModule())
            .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("dev.rwtui.")
                            .allowIfSubType("java.util.")
                            .build(),
                    ObjectMapper.DefaultTyping.OBJECT_AND_NON_CONCRETE);

    @Test
    void theyComeBackEqual() throws JsonProcessingException {
        Gpu gpu = new Gpu(
                0,
                Optional.of("GPU-1"),
                Optional.empty(),
                "A100",
                new Gpu.Use(Optional.of(3), Optional.of(1L << 40), Optional.of(2L << 40)),
                Optional.of(30),
                Optional.of(42.5),
                Gpu.Mig.DISABLED,
                Optional.of(List.of(new GpuProcess(1, Optional.of("alice"), "python", Optional.of(1L)))),
                Optional.empty());
        Disk disk = new Disk(
                "/h",
                "d",
                "/",
                Optional.of("nfs"),
                3,
                2,
                1,
                Optional.of(new Disk.Inodes(1, 2)),
                List.of(new Disk.Quota(1, Optional.of(2L), Optional.empty(), 3, Optional.empty(), Optional.of(4L))));
        Scheduler.Job job = new Scheduler.Job(
                "1_[2]",
                "n",
                "gpu",
                "PENDING",
                Optional.of(Duration.ZERO),
                Optional.empty(),
                1,
                "",
                Optional.of("why"));
        MachineFacts facts = new MachineFacts(
                Instant.parse("2026-11-24T12:00:00Z"),
                new OperatingSystem("Linux", Optional.of("Debian"), "6.1", "x86_64"),
                Optional.of(Duration.ofDays(1)),
                new Cpus(Optional.of(8), Optional.of(new Cpus.Load(1, 2, 3)), Optional.empty()),
                Optional.of(new Memory(4, 3, 2, 1)),
                List.of(disk),
                new GpuReport.Gpus(List.of(gpu), Optional.of("550"), Optional.empty()),
                new Scheduler.Slurm(List.of(job)),
                List.of("note"),
                List.of(new Unfinished("df", "late")));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(facts), MachineFacts.class))
                .isEqualTo(facts);
    }
}
