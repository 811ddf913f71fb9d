/**
 * Commands that would make an environment as it should be, as text for a person to copy. Nothing here runs anything, and what a
 * machine says of its packages never becomes more than one quoted word of a command.
 */
@NullMarked
package dev.rwtui.python.remedy;

import org.jspecify.annotations.NullMarked;
