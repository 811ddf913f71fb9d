/** Python environments as values: what a survey finds, what is installed, how two of them differ. Pure. */
@NullMarked
package dev.rwtui.python.model;

import org.jspecify.annotations.NullMarked;
