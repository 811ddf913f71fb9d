package dev.rwtui.facts.model;

/**
 * A part that could not be told.
 *
 * @param part {@code nvidia-smi}, {@code home directory}
 * @param why for a person
 */
public record Unfinished(String part, String why) {}
