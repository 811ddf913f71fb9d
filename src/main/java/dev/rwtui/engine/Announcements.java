package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What front ends are told. On the engine's thread alone. */
final class Announcements {

    /** How much of the log a late subscriber is told. */
    private static final int LOG_KEPT = 500;

    private final EngineTools tools;
    private final List<Consumer<Notice>> subscribers = new ArrayList<>();
    private final Deque<Notice.Logged> log = new ArrayDeque<>();
    private long revision;

    Announcements(EngineTools tools) {
        this.tools = tools;
    }

    /** One more than any that was given before. */
    long nextRevision() {
        return ++revision;
    }

    /** @param standing how things are, told before what is to come */
    void subscribe(Consumer<Notice> subscriber, List<Notice> standing) {
        subscribers.add(subscriber);
        standing.forEach(notice -> tell(subscriber, notice));
        log.forEach(line -> tell(subscriber, line));
    }

    void publish(Notice notice) {
        subscribers.forEach(subscriber -> tell(subscriber, notice));
    }

    void log(Notice.Level level, Optional<HostAlias> host, String text) {
        Notice.Logged line = new Notice.Logged(tools.timers().now(), level, host, text);
        log.addLast(line);
        if (log.size() > LOG_KEPT) {
            log.removeFirst();
        }
        publish(line);
    }

    /** A front end's bug is told as such, and harms neither the engine nor other front ends. */
    private void tell(Consumer<Notice> subscriber, Notice notice) {
        try {
            subscriber.accept(notice);
        } catch (RuntimeException e) {
            tools.engine().execute(() -> {
                throw e;
            });
        }
    }
}
