/** Small vocabulary types that three packages or more share. The JDK alone; open to every package. */
@NullMarked
package dev.rwtui.base;

import org.jspecify.annotations.NullMarked;
