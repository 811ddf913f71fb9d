/** Where everything is put together: {@code main}, the wiring, and the only place that makes threads. */
@NullMarked
package dev.rwtui.app;

import org.jspecify.annotations.NullMarked;
