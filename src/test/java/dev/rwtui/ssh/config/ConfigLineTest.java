package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigLineTest {

    private static ConfigLine line(String text) {
        Parsed<ConfigLine> parsed = ConfigLine.split(text).orElseThrow();
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<ConfigLine>) parsed).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "# x", "  # x", "\r", "\"unclosed", "\0Port 1"})
    void blankLinesAndCommentsSayNothing(String text) {
        assertThat(ConfigLine.split(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Port 22", "PORT=22", "port = 22", "\tPort\t=\t22\t", "\"Port\" 22", "Port 22\r", "Port 22 \f"})
    void keywordAndArgumentsAreSeparatedByBlanksOrOneEqualsSign(String text) {
        assertThat(line(text).keyword()).isEqualTo("port");
        assertThat(line(text).arguments()).containsExactly("22");
    }

    @Test
    void quotesHoldWordsTogetherAndEscapesWorkInThem() {
        assertThat(line("k \"a b\" 'c d' e\\ f \"g\\\"h\" i\\j k\\").arguments())
                .containsExactly("a b", "c d", "e f", "g\"h", "i\\j", "k\\");
    }

    @Test
    void aHashStartsACommentOnlyAtTheStartOfAWord() {
        assertThat(line("k a#b #c d").arguments()).containsExactly("a#b");
    }

    @Test
    void aCommandIsTheRestOfTheLineAsWritten() {
        assertThat(line("ProxyCommand = =ssh  'a' # b").command()).isEqualTo("ssh  'a' # b");
        assertThat(line("ProxyCommand ==").command()).isEmpty();
    }

    @Test
    void aKeywordAloneIsAFault() {
        assertThat(ConfigLine.split("Port")).isEqualTo(Optional.of(Parsed.bad("no argument after keyword \"port\"")));
    }

    @Test
    void aQuoteThatIsNeverClosedIsAFault() {
        assertThat(ConfigLine.split("Port \"22")).isEqualTo(Optional.of(Parsed.bad("invalid quotes")));
        assertThat(ConfigLine.arguments("a 'b")).isEqualTo(Parsed.<List<String>>bad("invalid quotes"));
    }
}
