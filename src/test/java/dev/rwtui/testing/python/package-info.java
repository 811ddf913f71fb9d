/** Python environments for tests: real ones, faithful ones, broken ones, and what has to be said of each. */
@NullMarked
package dev.rwtui.testing.python;

import org.jspecify.annotations.NullMarked;
