/** The local repository, found as git finds it, where it is on each host, and its commits on their way there. Knows no session. Everything here blocks. */
@NullMarked
package dev.rwtui.repo;

import org.jspecify.annotations.NullMarked;
