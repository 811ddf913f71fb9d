/** The machine itself, behind the ports of those who need it: clock, files, environment, terminal, clipboard, browser. */
@NullMarked
package dev.rwtui.platform;

import org.jspecify.annotations.NullMarked;
