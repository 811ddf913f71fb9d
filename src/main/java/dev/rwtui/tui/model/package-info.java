/** The dashboard as values: its state, what can happen to it, what it asks of the world. Pure. */
@NullMarked
package dev.rwtui.tui.model;

import org.jspecify.annotations.NullMarked;
