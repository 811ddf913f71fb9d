/** Carries out what the dashboard asks of the world: by requests to the engine, and by ports for the rest. */
@NullMarked
package dev.rwtui.tui.effect;

import org.jspecify.annotations.NullMarked;
