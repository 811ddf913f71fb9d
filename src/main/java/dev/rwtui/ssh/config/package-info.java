/**
 * ssh_config(5): parser, resolver, tokens, forward specifications. What {@code ssh} would do with the user's files, with
 * the origin of each value. Reaches files through a port; knows nothing of sessions.
 */
@NullMarked
package dev.rwtui.ssh.config;

import org.jspecify.annotations.NullMarked;
