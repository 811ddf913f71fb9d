package dev.rwtui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What two contenders came to, measured in turns, so that a machine that slows down slows both.
 *
 * @param ours one figure per pair, in the order measured
 * @param theirs of the same length
 */
public record Pairs(List<Double> ours, List<Double> theirs) {

    /** How many pairs count. */
    public static final int COUNT = 7;

    public Pairs {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    /** One figure. */
    public interface Measured {
        double measure() throws Exception;
    }

    /** One pair to warm up, then {@link #COUNT} pairs; who begins alternates. */
    public static Pairs measure(Measured ours, Measured theirs) throws Exception {
        ours.measure();
        theirs.measure();
        List<Double> a = new ArrayList<>();
        List<Double> b = new ArrayList<>();
        for (int pair = 0; pair < COUNT; pair++) {
            if (pair % 2 == 0) {
                a.add(ours.measure());
                b.add(theirs.measure());
            } else {
                b.add(theirs.measure());
                a.add(ours.measure());
            }
        }
        return new Pairs(a, b);
    }

    public double median() {
        return median(ours);
    }

    public double theirMedian() {
        return median(theirs);
    }

    /** {@code | what | ours (lowest–highest) | theirs (lowest–highest) | ratio |}. */
    public String row(String what, String unit) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f |",
                what,
                cell(ours, unit),
                cell(theirs, unit),
                median() / theirMedian());
    }

    private static String cell(List<Double> figures, String unit) {
        List<Double> sorted = figures.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.0f %s (%.0f–%.0f)",
                median(figures),
                unit,
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
