package dev.rwtui.tunnel;

import dev.rwtui.base.Timers;
import dev.rwtui.tunnel.model.TunnelStatus.Protocol;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * What flowed through one tunnel since it was opened. Written by the threads that carry bytes, read by the engine's,
 * which is called at most once until it has looked.
 */
final class Meter {

    private final Timers timers;
    private final Runnable moved;
    private final LongAdder down = new LongAdder();
    private final LongAdder up = new LongAdder();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Protocol protocol = Protocol.UNKNOWN;
    private volatile long heard;

    /** @param moved called on a thread that carries bytes, which it must not hold up */
    Meter(Timers timers, Runnable moved) {
        this.timers = timers;
        this.moved = moved;
    }

    void countDown(int bytes) {
        heard = timers.nanos();
        down.add(bytes);
        tell();
    }

    void countUp(int bytes) {
        up.add(bytes);
        tell();
    }

    void judge(Protocol judged) {
        protocol = judged;
    }

    private void tell() {
        if (!told.get() && told.compareAndSet(false, true)) {
            moved.run();
        }
    }

    /** From now on a change is told again. To be called before the counts are read, so that none is missed. */
    void looked() {
        told.set(false);
    }

    /** {@link Timers#nanos()} of the last byte from the far end; empty where there was none. */
    OptionalLong heard() {
        return down.sum() == 0 ? OptionalLong.empty() : OptionalLong.of(heard);
    }

    long down() {
        return down.sum();
    }

    long up() {
        return up.sum();
    }

    Protocol protocol() {
        return protocol;
    }
}
