package dev.rwtui.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is told that the terminal may have another size: whoever always is, and whoever has the terminal now. */
final class SizeChanges {

    private final List<Runnable> always = new CopyOnWriteArrayList<>();
    private volatile Runnable borrower = () -> {};

    void listen(Runnable listener) {
        always.add(listener);
    }

    /** In place of the borrower before it. */
    void lend(Runnable listener) {
        borrower = listener;
    }

    void changed() {
        borrower.run();
        always.forEach(Runnable::run);
    }
}
