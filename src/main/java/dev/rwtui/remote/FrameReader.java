package dev.rwtui.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds frames in what a script and everything around it write: NUL, mark, NUL, kind, NUL, number of fields, NUL, sum of
 * their lengths in bytes, NUL, then each field and NUL. What is no frame is somebody else's noise, and a frame that noise
 * has got into does not add up and is none.
 */
final class FrameReader {

    /** Longer than any frame; noise without a NUL is not kept for ever. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_FIELDS = 1000;

    private final byte[] mark;
    private final ByteArrayOutputStream token = new ByteArrayOutputStream();
    private final List<byte[]> tokens = new ArrayList<>();
    private boolean inFrame;
    private int wanted;
    private int held;
    private int spoiled;

    FrameReader(String mark) {
        this.mark = mark.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes one more byte; gives the frame that ends with it. */
    Optional<Frame> take(byte b) {
        if (b != 0) {
            if (token.size() < LONGEST) {
                token.write(b);
            }
            return Optional.empty();
        }
        byte[] ended = token.toByteArray();
        token.reset();
        return take(ended);
    }

    /** Frames that did not add up. */
    int spoiled() {
        return spoiled;
    }

    private Optional<Frame> take(byte[] ended) {
        if (Arrays.equals(ended, mark)) {
            spoiled += inFrame ? 1 : 0;
            inFrame = true;
            wanted = 3;
            held = 0;
            tokens.clear();
            return Optional.empty();
        }
        if (!inFrame) {
            return Optional.empty();
        }
        tokens.add(ended);
        held += ended.length;
        if (held > 2 * LONGEST) {
            return spoil();
        }
        if (tokens.size() == 3) {
            OptionalInt fields = number(tokens.get(1));
            // Noise in the place of numbers must not make it wait, or remember, for ever.
            boolean possible = fields.orElse(MOST_FIELDS + 1) <= MOST_FIELDS
                    && number(tokens.get(2)).orElse(LONGEST + 1) <= LONGEST;
            if (!possible) {
                return spoil();
            }
            wanted = 3 + fields.orElseThrow();
        }
        return tokens.size() < wanted ? Optional.empty() : end();
    }

    private Optional<Frame> end() {
        List<byte[]> fields = tokens.subList(3, wanted);
        int length = fields.stream().mapToInt(field -> field.length).sum();
        if (length != number(tokens.get(2)).orElse(-1)) {
            return spoil();
        }
        inFrame = false;
        return Optional.of(new Frame(
                ByteText.decoded(tokens.get(0)),
                fields.stream().map(ByteText::decoded).toList()));
    }

    private Optional<Frame> spoil() {
        inFrame = false;
        spoiled++;
        return Optional.empty();
    }

    private static OptionalInt number(byte[] digits) {
        String text = new String(digits, StandardCharsets.US_ASCII);
        return text.matches("[0-9]{1,7}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
