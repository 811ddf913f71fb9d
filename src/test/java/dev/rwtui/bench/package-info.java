/** The benchmark harness: what is measured beside {@code ssh}, and how. Run by a Maven profile, not by the tests. */
@NullMarked
package dev.rwtui.bench;

import org.jspecify.annotations.NullMarked;
