/** The machine behind the ports of other packages: clock, processes, files, environment. Knows no rule of rwtui. */
@NullMarked
package dev.rwtui.platform;

import org.jspecify.annotations.NullMarked;
