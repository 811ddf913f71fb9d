package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RocmTableTest {

    private static GpuReport.Gpus read(String recording) {
        return (GpuReport.Gpus) RocmTable.parse(Recordings.of(recording));
    }

    @Test
    void aWarningBeforeTheJsonAndTheKeysOfFive() {
        GpuReport.Gpus report = read("rocm-5.json");

        assertThat(report.driver()).contains("5.18.13");
        assertThat(report.free()).isEqualTo(1);
        assertThat(report.gpus().get(0))
                .isEqualTo(new Gpu(
                        0,
                        Optional.of("0x5e8f3b1a2c4d6e7f"),
                        Optional.of("0000:63:00.0"),
                        "AMD INSTINCT MI210",
                        new Gpu.Use(Optional.of(0), Optional.of(10960896L), Optional.of(68702699520L)),
                        Optional.of(35),
                        Optional.of(41.0),
                        Gpu.Mig.UNSUPPORTED,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(report.gpus().get(1).name()).as("numbers only").isEqualTo("AMD GPU");
    }

    @Test
    void theKeysOfSix() {
        GpuReport.Gpus report = read("rocm-6.json");

        assertThat(report.gpus()).extracting(Gpu::index).containsExactly(0, 10);
        Gpu module = report.gpus().get(0);
        assertThat(module.name()).isEqualTo("AMD Instinct MI300X OAM");
        assertThat(module.temperature()).as("of the junction").contains(47);
        assertThat(module.watts()).as("not the most").contains(164.0);
        assertThat(module.isFree()).isTrue();
        Gpu card = report.gpus().get(1);
        assertThat(card.name()).isEqualTo("AMD Radeon PRO W7900");
        assertThat(card.watts()).isEmpty();
        assertThat(card.isFree()).as("memory alone does not tell").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR:root:Driver not initialized (amdgpu not found in modules)",
                "{\"card0\": {\"GPU use (%)\":",
                "{\"system\": {\"Driver version\": \"6.1\"}}"
            })
    void whatItSaysInPlaceOfGpus(String text) {
        assertThat(RocmTable.parse(text)).isEqualTo(new GpuReport.Failed(text));
    }

    @Test
    void silence() {
        assertThat(RocmTable.parse("")).isEqualTo(new GpuReport.Failed("rocm-smi says nothing"));
    }
}
