/** What there is to know about hosts, links and questions, as values. Pure; knows no library, file or socket. */
@NullMarked
package dev.rwtui.ssh.model;

import org.jspecify.annotations.NullMarked;
