/** Asks a machine what it has and how busy it is: one script, and a pure reader for what each of its tools prints. */
@NullMarked
package dev.rwtui.facts;

import org.jspecify.annotations.NullMarked;
