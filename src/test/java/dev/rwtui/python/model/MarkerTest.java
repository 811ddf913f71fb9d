package dev.rwtui.python.model;

import static dev.rwtui.python.model.Marker.Answer.NO;
import static dev.rwtui.python.model.Marker.Answer.UNKNOWN;
import static dev.rwtui.python.model.Marker.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerTest {

    private static final MarkerEnvironment LINUX = MarkerEnvironment.of(Optional.of("3.10.13"), "Linux", "x86_64");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "python_version < '3.11' | YES",
                "python_version >= '3.9' | YES",
                "python_version < '3.9' | NO",
                "'3.9' <= python_version | YES",
                "python_version == '3.*' | YES",
                "python_full_version < '3.10.14' | YES",
                "python_full_version < '3.10.2' | NO",
                "python_version in '3.9 3.10' | YES",
                "python_version not in '3.9 3.10' | NO",
                "sys_platform == 'linux' | YES",
                "sys_platform == 'win32' | NO",
                "os_name == \"nt\" | NO",
                "os.name == 'posix' | YES",
                "platform_system == 'Linux' and platform_machine == 'x86_64' | YES",
                "platform_system == 'Darwin' and platform_machine == 'x86_64' | NO",
                "platform_system == 'Darwin' or platform_machine == 'x86_64' | YES",
                "sys_platform == 'win32' or sys_platform == 'linux' and python_version < '3' | NO",
                "(sys_platform == 'win32' or sys_platform == 'linux') and python_version > '3' | YES",
                "platform_python_implementation != 'PyPy' | YES",
                "implementation_name == 'cpython' | YES",
                "extra == 'test' | NO",
                "extra != 'test' | YES",
                "'test' in extras | NO",
                "platform_release >= '5' | UNKNOWN",
                "platform_release >= '5' and sys_platform == 'win32' | NO",
                "platform_release >= '5' or sys_platform == 'linux' | YES",
                "the_phase_of_the_moon == 'full' | UNKNOWN",
            })
    void aMarkerIsEvaluated(String text, Marker.Answer answer) {
        assertThat(Marker.parse(text).orElseThrow().in(LINUX)).isEqualTo(answer);
    }

    @Test
    void whatCannotBeToldApplies() {
        Marker marker = Marker.parse("python_version < '3.8'").orElseThrow();

        MarkerEnvironment nothingKnown = MarkerEnvironment.of(Optional.empty(), "", "");

        assertThat(marker.in(nothingKnown)).isEqualTo(UNKNOWN);
        assertThat(marker.appliesIn(nothingKnown)).isTrue();
        assertThat(marker.in(LINUX)).isEqualTo(NO);
    }

    @Test
    void aMacIsDarwin() {
        MarkerEnvironment mac = MarkerEnvironment.of(Optional.of("3.12.1"), "Darwin", "arm64");

        assertThat(Marker.parse("sys_platform == 'darwin' and platform_machine == 'arm64'")
                        .orElseThrow()
                        .in(mac))
                .isEqualTo(YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "python_version",
                "python_version <",
                "< '3'",
                "python_version < '3' and",
                "(python_version < '3'",
                "python_version < '3')",
                "python_version < 3",
                "python_version ? '3'",
                "a == 'b' 'c' == d",
                "and == 'x'and"
            })
    void whatIsNoMarkerIsNone(String text) {
        assertThat(Marker.parse(text)).isEmpty();
    }

    @Test
    void endlessBracketsAreNoMarker() {
        String text = "(".repeat(100_000) + "os_name == 'posix'" + ")".repeat(100_000);

        assertThat(Marker.parse(text)).isEmpty();
    }
}
