/**
 * Surveys the python environments of a machine: the scripts that run there, the reading of what they say. Knows machines as
 * {@code remote} does; nothing of SSH or screens.
 */
@NullMarked
package dev.rwtui.python;

import org.jspecify.annotations.NullMarked;
