package dev.rwtui.ssh.jsch;

import dev.rwtui.base.Timers;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * What sessions need of the program.
 *
 * @param executor one thread for each task, reused; tasks may block
 * @param readers makes the thread that reads a session's packets, one for each session; daemons
 */
public record Surroundings(Timers timers, Executor executor, ThreadFactory readers, ReceiveBudget budget) {}
