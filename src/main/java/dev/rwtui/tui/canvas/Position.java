package dev.rwtui.tui.canvas;

/** A cell's place, from 0 at the top left. */
public record Position(int column, int row) {}
