/**
 * Files in git-config syntax: rwtui's own settings, git's configuration for reading, and the one way in which either kind
 * is changed. Also what JGit must be told before its first use. Knows no repository and no host.
 */
@NullMarked
package dev.rwtui.settings;

import org.jspecify.annotations.NullMarked;
