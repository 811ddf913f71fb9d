package dev.rwtui.repo;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Talk;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.lib.ProgressMonitor;

/** How long nothing may move on a way, and who hears what does. */
record Watched(Timers timers, Duration patience, Courier.Progress progress) {

    Watching closing(Talk talk) {
        return new Watching(talk);
    }

    /** One talk, which is closed once nothing has moved for too long. */
    final class Watching implements AutoCloseable {
        private final Talk talk;
        private final AtomicLong moved = new AtomicLong(timers.nanos());
        private final AtomicLong sent = new AtomicLong();
        private volatile boolean stuck;
        private volatile boolean over;
        private volatile Timers.Scheduled alarm;

        private Watching(Talk talk) {
            this.talk = talk;
            this.alarm = timers.after(patience, this::look);
        }

        private void move() {
            moved.set(timers.nanos());
        }

        private void look() {
            long still = timers.nanos() - moved.get();
            if (over) {
                return;
            }
            if (still >= patience.toNanos()) {
                stuck = true;
                talk.close();
            } else {
                alarm = timers.after(patience.minusNanos(still), this::look);
            }
        }

        boolean isStuck() {
            return stuck;
        }

        long sent() {
            return sent.get();
        }

        String lastWords() {
            return talk.lastWords();
        }

        InputStream input() {
            return new FilterInputStream(talk.output()) {
                @Override
                public int read() throws IOException {
                    int b = super.read();
                    move();
                    return b;
                }

                @Override
                public int read(byte[] to, int offset, int length) throws IOException {
                    int n = super.read(to, offset, length);
                    move();
                    return n;
                }
            };
        }

        OutputStream output() {
            return new FilterOutputStream(talk.input()) {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                    sent.incrementAndGet();
                    move();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    sent.addAndGet(length);
                    move();
                }
            };
        }

        /** Tells of it, and of having been given up. */
        ProgressMonitor monitor(Cancellation cancellation) {
            return new Monitor(cancellation);
        }

        @Override
        public void close() {
            over = true;
            alarm.cancel();
        }

        private final class Monitor implements ProgressMonitor {
            private final Cancellation cancellation;
            private String task = "";
            private int done;
            private int total;

            Monitor(Cancellation cancellation) {
                this.cancellation = cancellation;
            }

            @Override
            public void start(int tasks) {}

            @Override
            public void beginTask(String title, int work) {
                task = title;
                total = work;
                done = 0;
                update(0);
            }

            @Override
            public void update(int completed) {
                done += completed;
                move();
                progress.at(task, done, total);
            }

            @Override
            public void endTask() {}

            @Override
            public boolean isCancelled() {
                return cancellation.isCancelled();
            }

            @Override
            public void showDuration(boolean enabled) {}
        }
    }
}
