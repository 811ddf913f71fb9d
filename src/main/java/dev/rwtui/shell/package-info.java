/** The terminal here, lent to a shell on a host: keys and screen carried, escapes heard. */
@NullMarked
package dev.rwtui.shell;

import org.jspecify.annotations.NullMarked;
