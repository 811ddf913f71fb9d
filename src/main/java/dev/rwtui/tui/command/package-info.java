/** The one table of what keys do: it feeds dispatch, footer, help and README. Pure; carries nothing out. */
@NullMarked
package dev.rwtui.tui.command;

import org.jspecify.annotations.NullMarked;
