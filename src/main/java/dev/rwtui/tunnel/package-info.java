/**
 * Tunnels: listeners on this machine, their connections, and what is known of their far ends. All state belongs to the
 * engine's thread; bytes flow on threads of the blocking executor. Knows no SSH library and no front end.
 */
@NullMarked
package dev.rwtui.tunnel;

import org.jspecify.annotations.NullMarked;
