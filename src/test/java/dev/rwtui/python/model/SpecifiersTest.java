package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecifiersTest {

    /** {@code specifiers.txt}: what the packaging library answers. */
    @TestFactory
    Stream<DynamicTest> theAnswersAreThoseOfThePackagingLibrary() throws IOException {
        List<String> lines =
                resource().lines().filter(line -> !line.startsWith("#")).toList();
        List<String> versions =
                Arrays.asList(lines.get(0).split(" ")).subList(1, lines.get(0).split(" ").length);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(" : ?", -1))
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    Specifiers specifiers = Specifiers.parse(row[0]).orElseThrow();

                    assertThat(versions).filteredOn(specifiers::admit).containsExactly(words(row[1]));
                    assertThat(versions)
                            .filteredOn(version -> specifiers.admit(version, Specifiers.PreReleases.OFFERED))
                            .containsExactly(words(row[2]));
                }));
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split(" ");
    }

    private static String resource() throws IOException {
        try (InputStream in = SpecifiersTest.class.getResourceAsStream("/python/specifiers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "=1.0",
                "=>1.0",
                "==",
                "== 1.0 2.0",
                "~=1",
                "~=1.0+local",
                ">=1.0+local",
                ">=1.*",
                "==1.0a1.*",
                "==1.0+x.*",
                "==1.0.*.*",
                "==foo",
                ",",
                "<2;"
            })
    void whatIsNoSpecifierIsNone(String text) {
        assertThat(Specifiers.parse(text)).isEmpty();
    }

    @Test
    void noSpecifierWantsNothingInParticular() {
        assertThat(Specifiers.parse("  ").orElseThrow().admit("0.0.dev1")).isTrue();
        assertThat(Specifiers.ANY.admit("not a version")).isTrue();
    }

    @Test
    void whatIsNoVersionIsOnlyEverTheSameText() {
        assertThat(Specifiers.parse("===2004d").orElseThrow().admit("2004D")).isTrue();
        assertThat(Specifiers.parse(">=0").orElseThrow().admit("2004d")).isFalse();
        assertThat(Specifiers.parse("!=1").orElseThrow().admit("2004d")).isFalse();
    }

    @Test
    void theOneVersionThatIsWantedIsThePin() {
        assertThat(Specifiers.parse("==1.2+cu118").orElseThrow().pin()).contains("1.2+cu118");
        assertThat(Specifiers.parse("==1.2.*,>=1").orElseThrow().pin()).isEmpty();
    }
}
