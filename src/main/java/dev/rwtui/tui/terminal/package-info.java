/** The terminal: bytes in become events, a canvas becomes bytes. The only package that knows Lanterna. */
@NullMarked
package dev.rwtui.tui.terminal;

import org.jspecify.annotations.NullMarked;
