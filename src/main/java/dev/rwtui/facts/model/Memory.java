package dev.rwtui.facts.model;

/**
 * Main memory, in bytes.
 *
 * @param available what new programs can have without swapping
 */
public record Memory(long total, long available, long swapTotal, long swapUsed) {}
