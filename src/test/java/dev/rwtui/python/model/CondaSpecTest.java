package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CondaSpecTest {

    private static CondaSpec spec(String text) {
        return CondaSpec.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "numpy ; 0.1 1.21.0 ; ",
                "numpy=1.21 ; 1.21 1.21.3 ; 1.2 1.210 1.22",
                "numpy = 1.21 ; 1.21 1.21.3 ; 1.210",
                "numpy=1.21.* ; 1.21.3 ; 1.22",
                "numpy==1.21.0 ; 1.21.0 1.21 ; 1.21.3",
                "numpy 1.21 ; 1.21 1.21.0 ; 1.21.3",
                "numpy 1.21.* ; 1.21.0 1.21.9 ; 1.22",
                "numpy 1.21* ; 1.21.0 1.21 ; 1.210",
                "numpy>=1.20,<2 ; 1.20 1.26.4 ; 1.19 2.0",
                "numpy >=1.20, <2 ; 1.20 1.26.4 ; 1.19 2.0",
                "numpy 1.20|1.22.* ; 1.20 1.22.9 ; 1.21",
                "numpy >=1.20,<1.21|>=1.23 ; 1.20.5 1.24 ; 1.21 1.22",
                "numpy (>=1.20|1.18),!=1.22 ; 1.18 1.21 ; 1.19 1.22",
                "numpy !=1.22.* ; 1.21 ; 1.22.1",
                "numpy ~=1.22.1 ; 1.22.1 1.22.9 ; 1.22.0 1.23",
                "numpy 1.*.3 ; 1.21.3 ; 1.21.4",
                "openssl >=1.1.1s,<2a ; 1.1.1w ; 1.1.1a 3.0",
                "pytorch[version='>=2',build=*cuda*] ; 2.0 2.1.0 ; 1.13",
                "pytorch[version=\"1.13|2.*\"] ; 1.13 2.1 ; 1.12",
                "python=3.1 ; 3.1.4 ; 3.10.13",
                "NumPy <2 # the last one with distutils ; 1.26 ; 2.0",
                "conda-forge/linux-64::numpy=1.21 ; 1.21.3 ; 1.22",
            })
    void versionsAreAdmittedOrNot(String text, String admitted, String refused) {
        assertThat(admitted.split(" ")).allMatch(version -> spec(text).admitsVersion(version));
        if (refused != null) {
            assertThat(refused.split(" ")).noneMatch(version -> spec(text).admitsVersion(version));
        }
    }

    @Test
    void aVersionAndABuildAreBothExact() {
        CondaSpec spec = spec("numpy=1.21=py310*");

        assertThat(spec.name()).isEqualTo("numpy");
        assertThat(spec.admitsVersion("1.21")).isTrue();
        assertThat(spec.admitsVersion("1.21.3")).isFalse();
        assertThat(spec.admitsBuild("py310h5f9d8c6_0")).isTrue();
        assertThat(spec.admitsBuild("py311h5f9d8c6_0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy 1.21.0 py310_0",
                "numpy=1.21.0=py310_0",
                "numpy[version=1.21.0, build=py310_0]",
                "numpy >=1.21 py310_0"
            })
    void aBuildFollowsTheVersion(String text) {
        assertThat(spec(text).build()).contains("py310_0");
    }

    @Test
    void aGlobOfABuildMatchesInOrderWithoutOverlap() {
        CondaSpec spec = spec("pytorch[build=py3*cuda*_0]");

        assertThat(spec.admitsBuild("py3.10_cuda11.8_cudnn8.7.0_0")).isTrue();
        assertThat(spec.admitsBuild("py3.10_cpu_0")).isFalse();
        assertThat(spec("x[build=ab*ba]").admitsBuild("aba")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "conda-forge::numpy, conda-forge",
        "conda-forge/noarch::numpy, conda-forge",
        "https://conda.anaconda.org/conda-forge/linux-64::numpy, conda-forge",
        "https://example.org/mirror::numpy, https://example.org/mirror",
        "'numpy[channel=pytorch]', pytorch",
    })
    void aChannelIsNamed(String text, String channel) {
        assertThat(spec(text).channel()).contains(channel);
        assertThat(spec(text).name()).isEqualTo("numpy");
    }

    @Test
    void anInstalledChannelMayBeAnAddress() {
        assertThat(spec("conda-forge::x").admitsChannel("https://conda.anaconda.org/conda-forge/linux-64"))
                .isTrue();
        assertThat(spec("conda-forge::x").admitsChannel("pkgs/main")).isFalse();
        assertThat(spec("x").admitsChannel("pkgs/main")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=1.0",
                "numpy >=",
                "numpy 1..2",
                "numpy (1.0",
                "numpy[version=']",
                "numpy 1.0|",
                "numpy =>1",
                "# nothing"
            })
    void whatIsNoSpecIsNone(String text) {
        assertThat(CondaSpec.parse(text)).isEmpty();
    }

    @Test
    void endlessBracketsAreNoSpec() {
        assertThat(CondaSpec.parse("x " + "(".repeat(100_000) + "1")).isEmpty();
    }
}
