package dev.rwtui.bench;

import java.util.List;
import java.util.Locale;

/**
 * What one contender came to.
 *
 * @param values one per round, at least one, in the order measured
 */
record Figures(Unit unit, List<Double> values) {

    /** What is counted, and how many digits of it mean something. */
    enum Unit {
        COUNT("", 0),
        MILLISECONDS("ms", 0),
        PERCENT_OF_A_CORE("%", 2),
        /** 10^3 bytes. */
        KILOBYTES("kB", 0),
        /** 10^6 bytes. */
        MEGABYTES("MB", 1),
        MEGABYTES_PER_SECOND("MB/s", 0);

        private final String symbol;
        private final int digits;

        Unit(String symbol, int digits) {
            this.symbol = symbol;
            this.digits = digits;
        }

        String text(double value) {
            return (number(value) + " " + symbol).strip();
        }

        private String number(double value) {
            return String.format(Locale.ROOT, "%." + digits + "f", value);
        }
    }

    Figures {
        values = List.copyOf(values);
    }

    double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** {@code 212 ms (198–240)}: the median, the lowest and the highest; a single figure stands alone. */
    String text() {
        List<Double> sorted = sorted();
        String range = sorted.size() == 1
                ? ""
                : " (" + unit.number(sorted.get(0)) + "–" + unit.number(sorted.get(sorted.size() - 1)) + ")";
        return unit.text(median()) + range;
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }
}
