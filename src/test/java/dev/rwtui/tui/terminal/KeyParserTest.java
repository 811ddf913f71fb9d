package dev.rwtui.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyParserTest {

    private final List<String> found = new ArrayList<>();
    private final KeyParser parser = new KeyParser(new Recorder(found));

    /** {@code ^} stands for Esc. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "j|`j`",
                "é日🚀|`é` `日` `🚀`",
                "<CR>|Enter",
                "<LF>|Enter",
                "<TAB>|Tab",
                "\u007f|Backspace",
                "\b|Backspace",
                "\u0000|C- ",
                "\u0001|C-a",
                "\u001a|C-z",
                "\u001c|C-\\",
                "\u001f|C-_",
                "^[A|Up",
                "^OA|Up",
                "^[1;5C|C-Right",
                "^[1;8D|C-M-S-Left",
                "^O5A|C-Up",
                "^[H|Home",
                "^[7~|Home",
                "^[8~|End",
                "^[3~|Delete",
                "^[2;2~|S-Insert",
                "^[5~^[6~|PgUp PgDn",
                "^[Z|S-Tab",
                "^OP^[12~^[[C^[15~^[24~|F1 F2 F3 F5 F12",
                "^OM|Enter",
                "^x|M-x",
                "^é|M-é",
                "^<CR>|M-Enter",
                "^^[A|M-Up",
                "^^x|Esc M-x",
                "^[I^[O|",
                "^[<0;150;7M^[<0;150;7mq|`q`",
                "^[M abq|`q`",
                "^[97;5uq|`q`",
                "^[?1;2cq|`q`",
                "^[12;40Rq|`q`",
                "^[?2004;1$yq|`q`",
                "^]11;rgb:1/2/3\u0007q|`q`",
                "^]11;rgb:1/2/3^\\q|`q`",
                "^P1$r0m^\\q|`q`",
                "^[1\u0018q|`q`",
                "^[1;99999999999999999Aq|`q`",
                "^[200~q^[Ax<CR>日^[201~q|( `q` `[` `A` `x` `\\r` `日` ) `q`",
                "^[200~^[201^[201~|( `[` `2` `0` `1` )",
            })
    void aKeyIsTheSameInOnePieceAndInTwo(String typed, String expected) {
        byte[] bytes = typed.replace('^', '\u001b')
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<TAB>", "\t")
                .getBytes(StandardCharsets.UTF_8);
        List<String> results = new ArrayList<>();

        for (int split = 0; split < bytes.length; split++) {
            List<String> names = new ArrayList<>();
            KeyParser fresh = new KeyParser(new Recorder(names));
            for (int i = 0; i < bytes.length; i++) {
                if (i == split) {
                    assertThat(fresh.pending()).isNotNull();
                }
                fresh.accept(bytes[i]);
            }
            assertThat(fresh.pending()).isEqualTo(KeyParser.Pending.NOTHING);
            results.add(String.join(" ", names));
        }

        assertThat(results).isNotEmpty().allMatch((expected == null ? "" : expected)::equals);
    }

    @Test
    void escapeAloneIsAKeyOnceNothingFollows() {
        feed(0x1b);

        assertThat(parser.pending()).isEqualTo(KeyParser.Pending.KEY);
        assertThat(found).isEmpty();
        parser.settle();
        assertThat(found).containsExactly("Esc");
        assertThat(parser.pending()).isEqualTo(KeyParser.Pending.NOTHING);
    }

    @Test
    void twoEscapesAreTwoKeys() {
        feed(0x1b, 0x1b);

        parser.settle();

        assertThat(found).containsExactly("Esc", "Esc");
    }

    @Test
    void altWithWhatCouldOpenAStringIsAKeyOnceNothingFollows() {
        feed(0x1b, ']');

        parser.settle();

        assertThat(found).containsExactly("M-]");
    }

    @Test
    void aSequenceThatIsNotFinishedIsNoKey() {
        feed(0x1b, '[', '1');

        assertThat(parser.pending()).isEqualTo(KeyParser.Pending.SEQUENCE);
        parser.settle();
        parser.reset();
        feed('q');

        assertThat(found).containsExactly("`q`");
    }

    @Test
    void brokenUtf8IsDroppedAndWhatFollowsIsKept() {
        feed(0xc3, 'a', 0x80, 0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80, 0xf5, 'b');

        assertThat(found).containsExactly("`a`", "`b`");
    }

    @Test
    void aPasteThatNeverEndsIsEndedByAReset() {
        feed(0x1b, '[', '2', '0', '0', '~', 'x');

        parser.reset();

        assertThat(found).containsExactly("(", "`x`", ")");
    }

    private void feed(int... bytes) {
        for (int b : bytes) {
            parser.accept((byte) b);
        }
    }

    private record Recorder(List<String> names) implements KeySink {

        @Override
        public void key(String name) {
            names.add(name);
        }

        @Override
        public void character(int codePoint) {
            names.add("`" + (codePoint == '\r' ? "\\r" : Character.toString(codePoint)) + "`");
        }

        @Override
        public void pasteStarted() {
            names.add("(");
        }

        @Override
        public void pasteEnded() {
            names.add(")");
        }
    }
}
