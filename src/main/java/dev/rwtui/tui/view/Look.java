package dev.rwtui.tui.view;

import dev.rwtui.tui.canvas.Ink;

/**
 * How a state is shown: never by colour alone.
 *
 * @param sign one column
 */
record Look(String sign, String words, Ink ink) {}
