package dev.rwtui.ssh.model;

/** In cells. */
public record TerminalSize(int columns, int rows) {}
