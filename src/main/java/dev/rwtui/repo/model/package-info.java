/** The local repository as values: where it is, its remotes, which of them name the same, its mapping to a host. Pure. */
@NullMarked
package dev.rwtui.repo.model;

import org.jspecify.annotations.NullMarked;
