package dev.rwtui.facts;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as tools print them, among words that stand for none: {@code [N/A]}, {@code ERR!}, {@code -}. */
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d*)?");

    private Numbers() {}

    static Optional<Long> whole(String text) {
        String word = text.strip();
        return WHOLE.matcher(word).matches() ? Optional.of(Long.parseLong(word)) : Optional.empty();
    }

    static Optional<Double> decimal(String text) {
        String word = text.strip();
        return DECIMAL.matcher(word).matches() ? Optional.of(Double.parseDouble(word)) : Optional.empty();
    }

    /** To the nearest whole one. */
    static Optional<Integer> rounded(String text) {
        return decimal(text).map(number -> (int) Math.round(number));
    }

    /** So many of a unit as bytes; the most there can be where that is more than a long holds. */
    static long bytes(long count, long unit) {
        return count > Long.MAX_VALUE / unit ? Long.MAX_VALUE : count * unit;
    }
}
