package dev.rwtui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.shell.Escapes.Typed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ssh(1), ESCAPE CHARACTERS. In the tables {@code ⏎} is a carriage return, {@code ␤} a line feed, {@code ␚} Ctrl-Z. */
final class EscapesTest {

    private static String told(Escapes escapes, String... pieces) {
        StringBuilder told = new StringBuilder();
        for (String piece : pieces) {
            byte[] typed = piece.replace('⏎', '\r')
                    .replace('␤', '\n')
                    .replace('␚', '\u001a')
                    .getBytes(StandardCharsets.ISO_8859_1);
            told.append(escapes.of(typed, typed.length).stream()
                    .map(EscapesTest::words)
                    .collect(Collectors.joining()));
        }
        return told.toString().replace('\r', '⏎').replace('\n', '␤');
    }

    private static String words(Typed typed) {
        if (typed instanceof Typed.Bytes bytes) {
            return new String(bytes.bytes(), StandardCharsets.ISO_8859_1);
        }
        return "[" + typed.getClass().getSimpleName() + "]";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ls⏎          | ls⏎
            ~.           | [End]
            ls⏎~.        | ls⏎[End]
            ls␤~.        | ls␤[End]
            ls~.         | ls~.
            ls ~.⏎       | ls ~.⏎
            ~~           | ~
            ~~.          | ~.
            ~~⏎~.        | ~⏎[End]
            ~a.          | ~a.
            ~⏎~.         | ~⏎[End]
            ~?~.         | [Help][End]
            ~␚ls         | [Suspend]ls
            a⏎~?b        | a⏎[Help]b
            """)
    void whatIsTypedIsForTheFarSideOrForTheClient(String typed, String told) {
        assertThat(told(new Escapes(OptionalInt.of('~')), typed)).isEqualTo(told);
    }

    @Test
    void itMakesNoDifferenceHowWhatIsTypedIsCut() {
        assertThat(told(new Escapes(OptionalInt.of('~')), "ls⏎", "~", ".")).isEqualTo("ls⏎[End]");
        assertThat(told(new Escapes(OptionalInt.of('~')), "ls", "~", ".")).isEqualTo("ls~.");
    }

    @Test
    void withoutAnEscapeEverythingIsForTheFarSide() {
        assertThat(told(new Escapes(OptionalInt.empty()), "~.⏎~.")).isEqualTo("~.⏎~.");
    }

    @Test
    void theEscapeMayBeAnotherCharacter() {
        Escapes escapes = new Escapes(OptionalInt.of('B' & 31));

        assertThat(told(escapes, "~.⏎\u0002.")).isEqualTo("~.⏎[End]");
        assertThat(escapes.help()).contains(" ^B.   - end the shell, whatever the far side does");
    }

    @Test
    void theHelpNamesTheEscape() {
        List<String> help = new Escapes(OptionalInt.of('%')).help();

        assertThat(help).contains(" %%   - send the escape character");
    }
}
