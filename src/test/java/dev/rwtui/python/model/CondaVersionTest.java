package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CondaVersionTest {

    /** The example of conda's documentation of VersionOrder; equal ones share a line. */
    private static final List<String> IN_ORDER = """
            0.4 0.4.0
            0.4.1.rc 0.4.1.RC
            0.4.1
            0.5a1
            0.5b3
            0.5C1
            0.5
            0.9.6
            0.960923
            1.0
            1.1dev1
            1.1_
            1.1a1
            1.1.0dev1 1.1.dev1
            1.1.a1
            1.1.0rc1
            1.1.0 1.1
            1.1.0post1 1.1.post1
            1.1post1
            1996.07.12
            1!0.4.1
            1!3.1.1.6
            2!0.4.1""".lines().toList();

    private static CondaVersion version(String text) {
        return CondaVersion.parse(text).orElseThrow(() -> new AssertionError(text));
    }

    @Test
    void theOrderIsThatOfTheDocumentation() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                for (String a : IN_ORDER.get(i).split(" ")) {
                    for (String b : IN_ORDER.get(j).split(" ")) {
                        assertThat(Integer.signum(version(a).compareTo(version(b))))
                                .as("%s and %s", a, b)
                                .isEqualTo(Integer.compare(i, j));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0.1a, 1.0.1", "1.1.1s, 1.1.1w", "9e, 9f", "2023c, 2023.08.22", "1.2+1, 1.2+2", "1.2, 1.2+1"})
    void versionsThatPep440DoesNotKnowHaveAnOrder(String earlier, String later) {
        assertThat(version(earlier)).isLessThan(version(later));
    }

    @ParameterizedTest
    @CsvSource({
        "1.21.3, 1.21, true",
        "1.21, 1.21, true",
        "1.210, 1.21, false",
        "1.2, 1.21, false",
        "1.21rc1, 1.21, true",
        "3.10.13, 3.1, false",
        "1.0.1w, 1.0.1w, true",
        "1, 1.0, true",
        "2.0, 1, false",
    })
    void aVersionBeginsWithAnother(String whole, String prefix, boolean begins) {
        assertThat(version(whole).beginsWith(version(prefix))).isEqualTo(begins);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1..2", "1.0+", "1!2!3", "a!1", "1.0 2", "1.0/2", "1+2+3", "+1"})
    void whatCondaCallsMalformedIsNone(String text) {
        assertThat(CondaVersion.parse(text)).isEmpty();
    }

    @Test
    void equalOnesHaveOneHash() {
        assertThat(version("1.1")).isEqualTo(version("1.1.0")).hasSameHashCodeAs(version("1.1.0"));
    }
}
