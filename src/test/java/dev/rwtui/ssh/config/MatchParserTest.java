package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.MatchCondition.Criterion;
import dev.rwtui.ssh.config.MatchCondition.Kind;
import dev.rwtui.ssh.config.MatchCondition.Sense;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The criteria of a {@code Match} line. */
final class MatchParserTest {

    private static Parsed<MatchCondition> parse(String text) {
        Parsed<ConfigLine> line = ConfigLine.split(text).orElseThrow();
        return line.then(split -> MatchCondition.parse(split, OpenSsh.NEWEST));
    }

    @Test
    void theNetworksOfAListAreReadOnce() {
        Networks networks = ((Parsed.Good<Networks>) Networks.parse("10.0.0.0/8,fd00::/8")).value();

        assertThat(parse("Match host a,b !localnetwork 10.0.0.0/8,fd00::/8"))
                .isEqualTo(Parsed.of(new MatchCondition(List.of(
                        new Criterion(Kind.HOST, Sense.PLAIN, "a,b", Networks.NONE),
                        new Criterion(Kind.LOCAL_NETWORK, Sense.NEGATED, "10.0.0.0/8,fd00::/8", networks)))));
        assertThat(networks.all()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Match frob x                    | Unsupported Match attribute frob
                    Match host                      | missing argument for Match 'host'
                    Match host # x                  | missing argument for Match 'host'
                    Match #                         | One or more attributes required for Match
                    Match all host                  | 'all' cannot be combined with other Match attributes
                    Match host a user b all         | 'all' cannot be combined with other Match attributes
                    Match localnetwork 10.0.0.1/8   | Invalid network entry in "10.0.0.1/8"
                    Match localnetwork ::/0,        | Invalid network entry in "::/0,"
                    """)
    void isRefused(String line, String why) {
        assertThat(parse(line)).isEqualTo(Parsed.bad("Bad Match condition: " + why));
    }

    @Test
    void anEmptyWordIsNoAttribute() {
        assertThat(parse("Match \"\"")).isEqualTo(Parsed.bad("Bad Match condition: missing argument for Match ''"));
    }
}
