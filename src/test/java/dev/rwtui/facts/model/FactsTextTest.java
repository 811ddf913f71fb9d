package dev.rwtui.facts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactsTextTest {

    private static final long GIB = 1L << 30;

    private static Gpu gpu(int index, Optional<Integer> percent, Optional<Long> used, GpuProcess... processes) {
        return new Gpu(
                index,
                Optional.of("GPU-" + index),
                Optional.empty(),
                "NVIDIA A100-SXM4-80GB",
                new Gpu.Use(percent, used, Optional.of(80 * GIB)),
                Optional.of(77),
                Optional.of(391.2),
                Gpu.Mig.DISABLED,
                Optional.of(List.of(processes)),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "1023,1023 B",
        "1024,1 KiB",
        "1536,1.5 KiB",
        "10444,10 KiB",
        "536870912,512 MiB",
        "1073741823,1 GiB",
        "65498251264,61 GiB",
        "1979120929996,1.8 TiB",
        "9223372036854775807,8 EiB",
        "-10240,-10240 B",
    })
    void bytes(long bytes, String text) {
        assertThat(FactsText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT42S,42 s", "PT3M5S,3 min 5 s", "PT3H20M,3 h 20 min", "PT123H,5 d 3 h"})
    void durations(Duration duration, String text) {
        assertThat(FactsText.duration(duration)).isEqualTo(text);
    }

    @Test
    void aLineForEachGpu() {
        GpuProcess alice = new GpuProcess(
                4242, Optional.of("alice"), "/home/alice/env/bin/python train.py", Optional.of(60 * GIB));
        GpuProcess unknown = new GpuProcess(7, Optional.empty(), "[Not Found]", Optional.empty());

        assertThat(FactsText.gpus(List.of(gpu(0, Optional.of(96), Optional.of(61 * GIB), alice, unknown))))
                .containsExactly("[0] A100-SXM4-80GB  77°C  96 %  61/80 GiB  alice python train.py (pid 4242),"
                        + " [Not Found] (pid 7)");
        assertThat(FactsText.gpus(List.of(gpu(1, Optional.empty(), Optional.empty()))))
                .containsExactly("[1] A100-SXM4-80GB  77°C  ?/80 GiB");
    }

    @Test
    void measuresStandBelowEachOther() {
        GpuProcess alice = new GpuProcess(4242, Optional.of("alice"), "python", Optional.empty());

        assertThat(FactsText.gpus(List.of(
                        gpu(9, Optional.of(100), Optional.of(61 * GIB), alice),
                        gpu(10, Optional.of(0), Optional.of(0L)),
                        gpu(11, Optional.empty(), Optional.empty()))))
                .containsExactly(
                        "[9] A100-SXM4-80GB   77°C  100 %  61/80 GiB  alice python (pid 4242)",
                        "[10] A100-SXM4-80GB  77°C    0 %   0/80 GiB", "[11] A100-SXM4-80GB  77°C          ?/80 GiB");
    }

    @Test
    void aGpuThatIsLostOrCutUpSaysSo() {
        Gpu gpu = new Gpu(
                3,
                Optional.empty(),
                Optional.empty(),
                "H100",
                new Gpu.Use(Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Gpu.Mig.ENABLED,
                Optional.empty(),
                Optional.of("GPU is lost"));

        assertThat(FactsText.gpus(List.of(gpu))).containsExactly("[3] H100  MIG  GPU is lost");
    }

    @Test
    void howManyAreFree() {
        Gpu busy = gpu(0, Optional.of(96), Optional.of(61 * GIB));
        Gpu free = gpu(1, Optional.of(0), Optional.of(4L << 20));

        assertThat(FactsText.gpus(report(busy, free, free))).isEqualTo("2 of 3 GPUs free");
        assertThat(FactsText.gpus(report(busy))).isEqualTo("0 of 1 GPU free");
        assertThat(FactsText.gpus(report())).isEqualTo("no GPUs");
        assertThat(FactsText.gpus(new GpuReport.Failed("it broke"))).isEqualTo("it broke");
        assertThat(FactsText.gpus(new GpuReport.NoTool("not there"))).isEqualTo("not there");
    }

    private static GpuReport.Gpus report(Gpu... gpus) {
        return new GpuReport.Gpus(List.of(gpus), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "0,4,0,true",
        "4,500,0,true",
        "5,4,0,false",
        "0,2457,0,true",
        "0,2458,0,false",
        "0,4,1,false",
        ",4,0,true",
        "0,,0,true",
        ",,0,false",
    })
    void aFreeGpuIsIdleEmptyAndNobodys(Integer percent, Long usedMib, int processes, boolean free) {
        GpuProcess[] who = new GpuProcess[processes];
        java.util.Arrays.fill(who, new GpuProcess(1, Optional.empty(), "x", Optional.empty()));

        assertThat(gpu(
                                0,
                                Optional.ofNullable(percent),
                                Optional.ofNullable(usedMib).map(mib -> mib << 20),
                                who)
                        .isFree())
                .isEqualTo(free);
    }

    @Test
    void disksAndTheirQuotas() {
        Disk.Quota quota = new Disk.Quota(
                45 * GIB, Optional.empty(), Optional.of(50 * GIB), 7, Optional.of(100L), Optional.of(200L));
        Disk disk = new Disk(
                "/home/alice",
                "fs:/home",
                "/home",
                Optional.of("nfs4"),
                2048 * GIB,
                1928 * GIB,
                120 * GIB,
                Optional.empty(),
                List.of(quota));

        assertThat(FactsText.disk(disk))
                .isEqualTo("/home/alice  nfs4  120 GiB of 2 TiB free  quota 45 GiB of 50 GiB, 7 of 100 files");
    }

    @ParameterizedTest
    @CsvSource({
        "nfs4,fs:/home,true",
        "lustre,mgs@tcp:/scratch,true",
        "ext4,/dev/sda1,false",
        "zfs,tank:/odd,false",
        ",fs:/home,true",
        ",//fs/share,true",
        ",/dev/sda1,false",
    })
    void whetherFilesAreElsewhere(String type, String device, boolean network) {
        assertThat(Disk.onNetwork(Optional.ofNullable(type), device)).isEqualTo(network);
    }

    @Test
    void memoryAndProcessors() {
        assertThat(FactsText.memory(new Memory(503 * GIB, 180 * GIB, 0, 0))).isEqualTo("180 of 503 GiB available");
        assertThat(FactsText.cpus(new Cpus(Optional.of(64), Optional.of(new Cpus.Load(12.51, 1, 1)), Optional.empty())))
                .isEqualTo("load 12.5 on 64 CPUs");
        assertThat(FactsText.cpus(new Cpus(Optional.of(1), Optional.empty(), Optional.empty())))
                .isEqualTo("1 CPU");
    }
}
