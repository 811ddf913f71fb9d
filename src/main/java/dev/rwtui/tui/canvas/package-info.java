/** A grid of cells: text measured as a terminal does, and freed of what a remote could smuggle in. Pure. */
@NullMarked
package dev.rwtui.tui.canvas;

import org.jspecify.annotations.NullMarked;
