package dev.rwtui.tui.model;

/** A value with the engine's revision of it; only a higher one replaces it. */
public record Revised<T>(long revision, T value) {}
