/** The steps of a connection, one by one: what is in order, what is wrong, how to mend it. */
@NullMarked
package dev.rwtui.doctor;

import org.jspecify.annotations.NullMarked;
