package dev.rwtui.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConfigTextTest {

    private static final Path FILE = Path.of("config");
    private static final ConfigKey PATH = ConfigKey.of("rwtui", "gpu", "path");

    /** A text, and what setting {@code rwtui.gpu.path} to {@code new} makes of it. */
    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("", "[rwtui \"gpu\"]\n\tpath = new\n"),
                Arguments.of("# only this", "# only this\n[rwtui \"gpu\"]\n\tpath = new\n"),
                Arguments.of("[a]\n\tb=c ; kept\n", "[a]\n\tb=c ; kept\n[rwtui \"gpu\"]\n\tpath = new\n"),
                Arguments.of("[a]\r\n\tb = c\r\n", "[a]\r\n\tb = c\r\n[rwtui \"gpu\"]\r\n\tpath = new\r\n"),
                Arguments.of("[a]\n\tb = c\\", "[a]\n\tb = c\\\n\n[rwtui \"gpu\"]\n\tpath = new\n"),
                Arguments.of(
                        "[rwtui \"gpu\"]\n  Path   =   old   # why\n", "[rwtui \"gpu\"]\n  Path   =   new   # why\n"),
                Arguments.of("[rwtui \"gpu\"]\npath=\"a\" \\\n  b ;c\nx=1\n", "[rwtui \"gpu\"]\npath=new ;c\nx=1\n"),
                Arguments.of("[rwtui \"gpu\"]\npath\n", "[rwtui \"gpu\"]\npath = new\n"),
                Arguments.of("[rwtui \"gpu\"]\npath =\n", "[rwtui \"gpu\"]\npath = new\n"),
                Arguments.of("[rwtui \"gpu\"] path = old\n", "[rwtui \"gpu\"] path = new\n"),
                Arguments.of("[rwtui.GPU]\npath = old\n", "[rwtui.GPU]\npath = new\n"),
                Arguments.of(
                        "[rwtui \"GPU\"]\npath = other\n",
                        "[rwtui \"GPU\"]\npath = other\n[rwtui \"gpu\"]\n\tpath = new\n"),
                Arguments.of(
                        "[rwtui \"gpu\"]\npath = 1\n# between\npath = 2\nx = y\n",
                        "[rwtui \"gpu\"]\n# between\npath = new\nx = y\n"),
                Arguments.of(
                        "[rwtui \"gpu\"] path = 1\n[a]\n[RWTUI \"gpu\"]\n\tpath = 2",
                        "[rwtui \"gpu\"] \n[a]\n[RWTUI \"gpu\"]\n\tpath = new"),
                Arguments.of(
                        "[rwtui \"gpu\"]\n\tinterpreter = p # it\n\n[a]\n",
                        "[rwtui \"gpu\"]\n\tinterpreter = p # it\n\tpath = new\n\n[a]\n"),
                Arguments.of("[rwtui \"gpu\"] # mine", "[rwtui \"gpu\"] # mine\n\tpath = new\n"),
                Arguments.of("[rwtui \"gpu\"] [a] b = 1\n", "[rwtui \"gpu\"]\n\tpath = new\n [a] b = 1\n"),
                Arguments.of("\ufeff[rwtui \"gpu\"]\npath=old\n", "\ufeff[rwtui \"gpu\"]\npath=new\n"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void onlyTheValueChanges(String before, String after) throws ConfigException {
        ConfigText changed = text(before).with(PATH, "new");

        assertThat(new String(changed.bytes(), UTF_8)).isEqualTo(after);
        assertThat(changed.entries())
                .filteredOn(PATH::names)
                .extracting(entry -> entry.value().orElseThrow())
                .containsExactly("new");
    }

    /** A text, and what taking {@code rwtui.gpu.path} out makes of it. */
    static Stream<Arguments> removals() {
        return Stream.of(
                Arguments.of("[a]\n\tb = c\n", "[a]\n\tb = c\n"),
                Arguments.of("[a]\n[rwtui \"gpu\"]\n\tpath = x\n", "[a]\n"),
                Arguments.of("[rwtui \"gpu\"]\n\n\tpath = x # it\n\n[a]\nb=1\n", "\n\n[a]\nb=1\n"),
                Arguments.of("[rwtui \"gpu\"]\n# a word\npath = x\n", "[rwtui \"gpu\"]\n# a word\n"),
                Arguments.of("[rwtui \"gpu\"] # a word\npath = x\n", "[rwtui \"gpu\"] # a word\n"),
                Arguments.of("[rwtui \"gpu\"]\npath = x\ninterpreter = y\n", "[rwtui \"gpu\"]\ninterpreter = y\n"),
                Arguments.of("[rwtui \"gpu\"]\npath = x\\\ny\nPATH = z", ""));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void aValueGoesWithItsLineAndABareHeader(String before, String after) throws ConfigException {
        assertThat(new String(text(before).without(PATH).bytes(), UTF_8)).isEqualTo(after);
    }

    @Test
    void bytesThatAreNoUtf8AreKept() throws ConfigException {
        byte[] latin = "[user]\n\tname = J\u00fcrgen\n".getBytes(StandardCharsets.ISO_8859_1);

        byte[] changed = ConfigText.parse(FILE, latin).with(PATH, "\u00fc").bytes();

        assertThat(changed).startsWith(latin).endsWith("\tpath = \u00fc\n".getBytes(UTF_8));
    }

    /** A text, the line that is wrong in it, and a word of why. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("[a]\nb = \"c\nd = e\n", 2, "quote is not closed"),
                Arguments.of("[a]\nb = \"c", 2, "quote is not closed"),
                Arguments.of("[a]\nb c\n", 2, "no = after b"),
                Arguments.of("[a]\nb # c\n", 2, "no = after b"),
                Arguments.of("[a]\nb = \\q\n", 2, "backslash"),
                Arguments.of("[a]\nb = x\\\ny\\z\n", 3, "backslash"),
                Arguments.of("[a\nb = c\n", 1, "[name]"),
                Arguments.of("[a b]\n", 1, "in quotes"),
                Arguments.of("\n\n[a \"b]\n", 3, "no closing quote"),
                Arguments.of("[a \"b\\", 1, "no closing quote"),
                Arguments.of("[a \"b\"x]\n", 1, "[name"),
                Arguments.of("[a_b]\n", 1, "[name]"),
                Arguments.of("[a]\n1b = c\n", 2, "neither"),
                Arguments.of("<<<<<<< HEAD\n", 1, "neither"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongIsSaidWithItsLine(String malformed, int line, String why) {
        assertThatThrownBy(() -> text(malformed))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("config:" + line + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void whatTheSyntaxCannotSayIsRefused() throws ConfigException {
        ConfigText empty = text("");

        for (String value : List.of("a\0b", "\udcff")) {
            assertThatThrownBy(() -> empty.with(PATH, value)).hasMessageContaining("cannot be written");
        }
        assertThatThrownBy(() -> empty.with(ConfigKey.of("rwtui", "a\nb", "path"), "x"))
                .hasMessageContaining("rwtui.path");
    }

    @Test
    void valuesHaveTypes() throws ConfigException {
        List<ConfigEntry> entries = text("[a]\nyes = On\nbare\nempty =\nno = maybe\nsize = 2k\nhuge = 9g9\n")
                .entries();

        assertThat(entries.get(0).flag()).isTrue();
        assertThat(entries.get(1).flag()).isTrue();
        assertThat(entries.get(2).flag()).isFalse();
        assertThatThrownBy(entries.get(3)::flag).hasMessage("config:5: a.no is \"maybe\" and has to be true or false");
        assertThat(entries.get(4).number()).isEqualTo(2048);
        assertThatThrownBy(entries.get(5)::number).hasMessageStartingWith("config:7: a.huge is \"9g9\"");
        assertThatThrownBy(entries.get(1)::text).hasMessage("config:3: a.bare has no value");
    }

    private static ConfigText text(String text) throws ConfigException {
        return ConfigText.parse(FILE, text.getBytes(UTF_8));
    }
}
