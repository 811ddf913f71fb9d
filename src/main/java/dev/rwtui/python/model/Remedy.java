package dev.rwtui.python.model;

import java.util.List;

/** stub */
public final class Remedy {
    public static List<String> commands(Comparison c, Environment e) {
        return List.of();
    }
}
