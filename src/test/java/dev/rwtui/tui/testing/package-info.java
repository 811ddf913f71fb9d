/** States, events and golden screens for tests of the dashboard. */
@NullMarked
package dev.rwtui.tui.testing;

import org.jspecify.annotations.NullMarked;
