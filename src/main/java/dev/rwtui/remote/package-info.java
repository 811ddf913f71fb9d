/** What features need of a machine: scripts that run there, and what they say. Knows neither SSH nor features. */
@NullMarked
package dev.rwtui.remote;

import org.jspecify.annotations.NullMarked;
