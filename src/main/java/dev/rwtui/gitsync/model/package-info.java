/** The state of a working copy on both sides, what a git-sync would do to one, and what it has kept. Pure. */
@NullMarked
package dev.rwtui.gitsync.model;

import org.jspecify.annotations.NullMarked;
