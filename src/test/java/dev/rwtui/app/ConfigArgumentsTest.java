package dev.rwtui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.cli.ConfigReport.Detail;
import dev.rwtui.cli.ConfigReport.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigArgumentsTest {

    private static Optional<Query> parse(String words) {
        return ConfigArguments.parse(words.split(" "));
    }

    @Test
    void hostsAreTakenAsTheyAre() {
        assertThat(parse("config a me@b ssh://c:22 config"))
                .contains(new Query(
                        Optional.empty(), List.of(), List.of("a", "me@b", "ssh://c:22", "config"), Detail.VALUES));
    }

    @Test
    void fileAndOptionsMayStandAnywhere() {
        Query expected = new Query(Optional.of("f"), List.of("Port=1", "User=x"), List.of("a"), Detail.ORIGINS);

        assertThat(parse("-F f -o Port=1 -o User=x config a --why")).contains(expected);
        assertThat(parse("config -oPort=1 --why a -oUser=x -F first -Ff")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config",
                "config --why",
                "config a --json",
                "config a -h",
                "config -- a",
                "config a -F",
                "--why config a",
                "hosts",
                "hosts config",
                "-F config",
                "--version"
            })
    void whatIsWrongOrForSomebodyElseIsLeftToTheParser(String words) {
        assertThat(parse(words)).isEmpty();
    }
}
