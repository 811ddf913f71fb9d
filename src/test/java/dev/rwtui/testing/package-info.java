/** Fixtures that tests of several packages share. */
@NullMarked
package dev.rwtui.testing;

import org.jspecify.annotations.NullMarked;
