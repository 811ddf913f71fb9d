package dev.rwtui.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What two contenders came to, measured in turns, so that a machine that slows down slows both.
 *
 * @param ours one figure per pair, in the order measured
 * @param theirs of the same length
 */
record Pairs(Figures ours, Figures theirs) {

    /** How many pairs count. */
    static final int COUNT = 7;

    /** One figure. */
    interface Measured {
        double measure() throws Exception;
    }

    /** One pair to warm up, then {@link #COUNT} pairs; who begins alternates. */
    static Pairs measure(Figures.Unit unit, Measured ours, Measured theirs) throws Exception {
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
        return new Pairs(new Figures(unit, a), new Figures(unit, b));
    }
}
