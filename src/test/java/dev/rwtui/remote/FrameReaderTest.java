package dev.rwtui.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrameReaderTest {

    private final FrameReader reader = new FrameReader("M");

    private List<Frame> read(String text) {
        List<Frame> frames = new ArrayList<>();
        for (byte b : ByteText.encoded(text)) {
            reader.take(b).ifPresent(frames::add);
        }
        return frames;
    }

    private static String frame(String kind, String... fields) {
        StringBuilder frame = new StringBuilder("\0M\0" + kind + "\0" + fields.length + "\0");
        int sum = 0;
        for (String field : fields) {
            sum += ByteText.encoded(field).length;
        }
        frame.append(sum).append('\0');
        for (String field : fields) {
            frame.append(field).append('\0');
        }
        return frame.toString();
    }

    @Test
    void fieldsHoldAnything() {
        String[] fields = {"", "two words", "a\nb\t\u001b[31m", "\u00e9\ud83d\ude00", "byte \udcff"};

        assertThat(read(frame("env", fields))).containsExactly(new Frame("env", List.of(fields)));
    }

    @Test
    void noiseBetweenFramesIsNothing() {
        String text = "Welcome!\nLast login\n" + frame("a", "1") + "a job of the start-up files\n" + frame("b") + "M\n"
                + frame("c", "3");

        assertThat(read(text)).extracting(Frame::kind).containsExactly("a", "b", "c");
        assertThat(reader.spoiled()).isZero();
    }

    @Test
    void noiseInsideAFrameLosesThatOneAlone() {
        String text = frame("a", "1").replace("1", "1noise") + frame("b", "2") + "\0M\0c\0two\0" + frame("d", "4");

        assertThat(read(text)).extracting(Frame::kind).containsExactly("b", "d");
        assertThat(reader.spoiled()).isEqualTo(2);
    }

    @Test
    void whatPromisesMoreThanAnyFrameHoldsIsNone() {
        assertThat(read("\0M\0a\0" + "9999999\0" + "2\0" + frame("b", "2")))
                .extracting(Frame::kind)
                .containsExactly("b");
        assertThat(reader.spoiled()).isEqualTo(1);
    }

    @Test
    void oneThatBreaksOffIsNone() {
        assertThat(read("\0M\0a\0" + "2\0" + "2\0x\0" + frame("b", "2")))
                .extracting(Frame::kind)
                .containsExactly("b");
    }

    @Test
    void bytesThatAreNoTextComeBackAsTheyWere() {
        byte[] name = {'a', (byte) 0xff, (byte) 0xc3, (byte) 0xa9, (byte) 0xe2, (byte) 0x82};

        assertThat(ByteText.encoded(ByteText.decoded(name))).isEqualTo(name);
        assertThat(ByteText.decoded("\u00e9".getBytes(StandardCharsets.UTF_8))).isEqualTo("\u00e9");
    }
}
