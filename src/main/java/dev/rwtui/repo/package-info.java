/** The local repository, found as git finds it, and where it is on each host. Knows no session. Everything here blocks. */
@NullMarked
package dev.rwtui.repo;

import org.jspecify.annotations.NullMarked;
