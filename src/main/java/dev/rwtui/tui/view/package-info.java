/** What the dashboard looks like: state in, canvas out. Pure; keeps nothing between two drawings. */
@NullMarked
package dev.rwtui.tui.view;

import org.jspecify.annotations.NullMarked;
