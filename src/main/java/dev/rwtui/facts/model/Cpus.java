package dev.rwtui.facts.model;

import java.util.Optional;

/**
 * The processors of a machine, those that are on.
 *
 * @param count threads of hardware; empty where nothing tells
 * @param model as its maker names it
 */
public record Cpus(Optional<Integer> count, Optional<Load> load, Optional<String> model) {

    /** The mean number of processes that run or wait, over so many minutes. */
    public record Load(double one, double five, double fifteen) {}
}
