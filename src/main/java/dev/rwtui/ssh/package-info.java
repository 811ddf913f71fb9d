/**
 * Sessions as ports and states: hops, the pool of sessions that hosts share, supervision, questions, host keys. Knows no
 * SSH library and no front end.
 */
@NullMarked
package dev.rwtui.ssh;

import org.jspecify.annotations.NullMarked;
