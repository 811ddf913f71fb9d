/** The reducers: state and event in, next state and wishes out. Pure: no clock, no I/O, no randomness. */
@NullMarked
package dev.rwtui.tui.update;

import org.jspecify.annotations.NullMarked;
