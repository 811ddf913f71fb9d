package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonVersionTest {

    /** The order that the packaging library's own tests know, and the examples of the PEP. */
    private static final List<String> IN_ORDER =
            Arrays.asList("""
            1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456 1.0b2.post345
            1.0b2-346 1.0c1.dev456 1.0c1 1.0rc2 1.0c3 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34 1.0.post456
            1.0.15 1.1.dev1 1.2+123abc 1.2+123abc456 1.2+abc 1.2+abc123 1.2+abc123def 1.2+1234.abc 1.2+123456 1.2.r32+123456
            1.2.rev33+123456 1!1.0.dev456 1!1.0a1 1!1.0 1!1.0.post456 1!1.1.dev1 1!1.2+abc 1!1.2.rev33+123456
            20230101000000000000000000000.1 2!0""".replace("\n", " ").strip().split(" +"));

    private static PythonVersion version(String text) {
        return PythonVersion.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    @Test
    void theOrderIsTotal() {
        // An epoch comes before everything, so the last two are out of the sequence by their first number alone.
        List<String> sorted = IN_ORDER.subList(0, IN_ORDER.size() - 2);

        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                assertThat(Integer.signum(version(sorted.get(i)).compareTo(version(sorted.get(j)))))
                        .as("%s and %s", sorted.get(i), sorted.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
        assertThat(version("20230101000000000000000000000.1")).isLessThan(version("2!0"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "v1.0, 1.0",
        "' 1.0\t', 1.0",
        "01.002, 1.2",
        "1.0dev, 1.0.dev0",
        "1.0-DEV1, 1.0.dev1",
        "1.0_dev.1, 1.0.dev1",
        "1.0a, 1.0a0",
        "1.0.Alpha-2, 1.0a2",
        "1.0-beta.3, 1.0b3",
        "1.0_c4, 1.0rc4",
        "1.0pre, 1.0rc0",
        "1.0-preview5, 1.0rc5",
        "1.0post, 1.0.post0",
        "1.0.rev-1, 1.0.post1",
        "1.0-r4, 1.0.post4",
        "1.0-5, 1.0.post5",
        "1.0a-6, 1.0a6",
        "1.0+Ubuntu-1_b, 1.0+ubuntu.1.b",
        "1.0+cu007, 1.0+cu007",
        "1.0+007, 1.0+7",
        "1!2.0rc1.post2.dev3+cu118, 1!2.0rc1.post2.dev3+cu118",
    })
    void otherSpellingsHaveOneNormalForm(String spelling, String normal) {
        assertThat(version(spelling)).hasToString(normal).isEqualTo(version(normal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "1.0.",
                "1..0",
                "1.0+",
                "1.0+a+b",
                "1.0 1",
                "1.0.x",
                "1.1.1w",
                "french toast",
                "-1",
                "1.0+_x"
            })
    void whatIsNoVersionIsNone(String text) {
        assertThat(PythonVersion.parse(text)).isEmpty();
    }

    @Test
    void missingPartsOfTheReleaseAreZeros() {
        assertThat(version("1")).isEqualTo(version("1.0.0")).hasSameHashCodeAs(version("1.0.0"));
        assertThat(version("1.0.1")).isNotEqualTo(version("1.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, false",
        "1.0.post1, false",
        "1.0+local, false",
        "1.0a1, true",
        "1.0.dev1, true",
        "1.0.post1.dev1, true"
    })
    void alphasBetasCandidatesAndDevsArePreReleases(String text, boolean preRelease) {
        assertThat(version(text).isPreRelease()).isEqualTo(preRelease);
    }

    @Test
    void anEndlessTextIsNoVersion() {
        assertThat(PythonVersion.parse("1" + ".1".repeat(100_000))).isEmpty();
        assertThat(PythonVersion.parse("9".repeat(100_000))).isEmpty();
    }
}
