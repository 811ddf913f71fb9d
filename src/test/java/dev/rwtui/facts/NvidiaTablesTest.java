package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuProcess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NvidiaTablesTest {

    private static final String OLD =
            "index,uuid,pci.bus_id,name,utilization.gpu,memory.used,memory.total,temperature.gpu,power.draw,driver_version";
    private static final String NEW = OLD + ",mig.mode.current";

    @Test
    void anOldDriversFields() {
        NvidiaTables.Gpus read = NvidiaTables.gpus(OLD, Recordings.of("nvidia-418.csv"));

        assertThat(read.driver()).contains("418.87.00");
        assertThat(read.words()).isEmpty();
        assertThat(read.gpus()).hasSize(2);
        assertThat(read.gpus().get(1))
                .isEqualTo(new Gpu(
                        1,
                        Optional.of("GPU-7e8f9a0b-1111-2222-3333-444455556666"),
                        Optional.of("00000000:3B:00.0"),
                        "Tesla V100-SXM2-32GB",
                        new Gpu.Use(Optional.of(97), Optional.of(30120L << 20), Optional.of(32480L << 20)),
                        Optional.of(61),
                        Optional.of(287.30),
                        Gpu.Mig.UNSUPPORTED,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatACardNeverHadIsNoHarm() {
        List<Gpu> gpus =
                NvidiaTables.gpus(NEW, Recordings.of("nvidia-470-geforce.csv")).gpus();

        assertThat(gpus)
                .extracting(gpu -> gpu.use().percent(), Gpu::watts, Gpu::mig, Gpu::fault)
                .containsExactly(
                        tuple(Optional.empty(), Optional.empty(), Gpu.Mig.UNSUPPORTED, Optional.empty()),
                        tuple(Optional.of(3), Optional.of(21.05), Gpu.Mig.UNSUPPORTED, Optional.empty()));
    }

    @Test
    void gpusThatAreCutUp() {
        List<Gpu> gpus =
                NvidiaTables.gpus(NEW, Recordings.of("nvidia-550-mig.csv")).gpus();

        assertThat(gpus)
                .extracting(Gpu::mig, gpu -> gpu.use().percent())
                .containsExactly(tuple(Gpu.Mig.ENABLED, Optional.empty()), tuple(Gpu.Mig.DISABLED, Optional.of(0)));
    }

    @Test
    void oneWithoutMemoryOfItsOwnIsFreeWhereNobodyComputes() {
        Gpu gpu = NvidiaTables.gpus(NEW, Recordings.of("nvidia-570-gb10.csv"))
                .gpus()
                .get(0);

        assertThat(gpu.use().memoryTotal()).isEmpty();
        assertThat(gpu.isFree()).isFalse();
        assertThat(gpu.with(List.of()).isFree()).isTrue();
    }

    @Test
    void harmIsToldAndWhoIsHarmedIsNotFree() {
        NvidiaTables.Gpus read = NvidiaTables.gpus(NEW, Recordings.of("nvidia-errors.csv"));

        assertThat(read.gpus())
                .extracting(Gpu::fault, gpu -> gpu.with(List.of()).isFree())
                .containsExactly(
                        tuple(Optional.empty(), true),
                        tuple(Optional.of("ERR!"), false),
                        tuple(Optional.of("GPU is lost"), false));
        assertThat(read.words())
                .containsExactly("Unable to determine the device handle for GPU 0000:4E:00.0: Unknown Error");
    }

    @Test
    void anIndexThatCannotBeIsNone() {
        assertThat(NvidiaTables.gpus("index,name", "99999999999, A100").words()).containsExactly("99999999999, A100");
        assertThat(NvidiaTables.gpus("name,index", "7, 99999999999").words()).containsExactly("7, 99999999999");
    }

    @Test
    void aFailureIsWordsAlone() {
        NvidiaTables.Gpus read = NvidiaTables.gpus(NEW, Recordings.of("nvidia-no-communication.txt"));

        assertThat(read.gpus()).isEmpty();
        assertThat(read.words()).singleElement().asString().startsWith("NVIDIA-SMI has failed because");
    }

    @Test
    void processesWithCommasAndTheirOwners() {
        assertThat(NvidiaTables.processes(
                        Recordings.of("nvidia-535-processes.csv"), Recordings.of("nvidia-535-owners.txt")))
                .contains(List.of(
                        new NvidiaTables.OnGpu(
                                "GPU-aaaaaaaa-0000-1111-2222-333333333333",
                                new GpuProcess(
                                        4242,
                                        Optional.of("alice"),
                                        "/home/alice/env/bin/python train.py --lr 0.1",
                                        Optional.of(61844L << 20))),
                        new NvidiaTables.OnGpu(
                                "GPU-aaaaaaaa-0000-1111-2222-333333333333",
                                new GpuProcess(
                                        5151,
                                        Optional.of("a.very.long.name@corp.example"),
                                        "/opt/odd, name/run, v2 -x",
                                        Optional.of(440L << 20))),
                        new NvidiaTables.OnGpu(
                                "GPU-cccccccc-0000-1111-2222-333333333333",
                                new GpuProcess(6060, Optional.empty(), "[Not Found]", Optional.of(40520L << 20)))));
    }

    @Test
    void nameOfAProgramWithCommasWithoutAnOwner() {
        assertThat(NvidiaTables.processes("GPU-1, 7, a, b, c, [N/A]", "").orElseThrow())
                .extracting(NvidiaTables.OnGpu::process)
                .containsExactly(new GpuProcess(7, Optional.empty(), "a, b, c", Optional.empty()));
    }

    @Test
    void nobodyIsNotTheSameAsNotToBeTold() {
        assertThat(NvidiaTables.processes("", "")).contains(List.of());
        assertThat(NvidiaTables.processes("[Not Supported]", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nvidia-version-550.txt,550.54.15,12.4",
        "nvidia-table-535.txt,535.129.03,12.2",
        "nvidia-module-418.txt,418.87.00,",
        "nvidia-module-570-open.txt,570.124.06,",
    })
    void versions(String recording, String driver, String cuda) {
        assertThat(NvidiaTables.driver(Recordings.of(recording))).contains(driver);
        assertThat(NvidiaTables.cuda(Recordings.of(recording))).isEqualTo(Optional.ofNullable(cuda));
    }
}
