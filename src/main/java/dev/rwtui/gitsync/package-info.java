/** Making the repository on a host right again, and losing nothing: what is so there, what would be done, doing it, undoing it. Everything here blocks. */
@NullMarked
package dev.rwtui.gitsync;

import org.jspecify.annotations.NullMarked;
