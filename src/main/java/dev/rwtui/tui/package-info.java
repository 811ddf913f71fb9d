/** The loop that joins keys, reducers, views and effects; it gives the terminal back on every way out. */
@NullMarked
package dev.rwtui.tui;

import org.jspecify.annotations.NullMarked;
