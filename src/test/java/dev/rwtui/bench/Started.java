package dev.rwtui.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What runs outside of this process and must end with it, also where it is ended by a signal. */
final class Started {

    private static final Deque<AutoCloseable> ALL = new ArrayDeque<>();

    private Started() {}

    static synchronized void add(AutoCloseable each) {
        ALL.push(each);
    }

    static synchronized void ended(AutoCloseable each) {
        ALL.remove(each);
    }

    private static synchronized Deque<AutoCloseable> all() {
        return new ArrayDeque<>(ALL);
    }

    /** Ends all of it, the latest first. The measuring thread may be doing the same: what it has ended already is no fault. */
    static void endAll() {
        for (AutoCloseable each : all()) {
            try {
                each.close();
            } catch (Exception | AssertionError e) {
                System.err.println("could not end all that was started: " + e.getMessage());
            }
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }
}
