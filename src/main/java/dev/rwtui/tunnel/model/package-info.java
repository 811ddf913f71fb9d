/** Tunnels and what is known of them, as values. Pure. */
@NullMarked
package dev.rwtui.tunnel.model;

import org.jspecify.annotations.NullMarked;
