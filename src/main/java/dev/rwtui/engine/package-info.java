/**
 * Sole owner of sessions, supervision, tunnels, questions and jobs. Takes {@link dev.rwtui.engine.Request} values,
 * publishes {@link dev.rwtui.engine.Notice} values; knows no front end.
 */
@NullMarked
package dev.rwtui.engine;

import org.jspecify.annotations.NullMarked;
