package dev.rwtui.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What can be measured. */
enum Part {
    START {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            List<Double> frames = new ArrayList<>();
            List<Double> hosts = new ArrayList<>();
            FirstFrame.measure(nested.config(), SCREEN_TAKEN, FRAME_COMPLETE);
            for (int round = 0; round < Pairs.COUNT; round++) {
                List<Double> seen = FirstFrame.measure(nested.config(), SCREEN_TAKEN, FRAME_COMPLETE, Nested.HOST);
                frames.add(seen.get(1));
                hosts.add(seen.get(2));
            }
            findings.accept(Finding.alone(
                    "start to first painted frame, tmux 200x60",
                    Optional.of(Goal.atMost(400, Figures.Unit.MILLISECONDS)),
                    new Figures(Figures.Unit.MILLISECONDS, frames)));
            findings.accept(Finding.alone(
                    "start to the configured hosts on the screen",
                    Goal.none(),
                    new Figures(Figures.Unit.MILLISECONDS, hosts)));
        }
    },

    IDLE {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            try (RunningDashboard dashboard = RunningDashboard.start(nested)) {
                dashboard.enter();
                dashboard.awaitUp();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
                findings.accept(Finding.alone(
                        "idle dashboard, two open tunnels, share of a core over " + WINDOW_SECONDS + " s",
                        Optional.of(Goal.under(0.5, Figures.Unit.PERCENT_OF_A_CORE)),
                        new Figures(Figures.Unit.PERCENT_OF_A_CORE, idle(dashboard))));
                memory(nested, dashboard, findings);
            }
        }
    },

    ENTER {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            findings.accept(Finding.beside(
                    "Enter to the first byte, nothing connected",
                    Optional.of(Goal.noSlower()),
                    Pairs.measure(Figures.Unit.MILLISECONDS, () -> enter(nested), () -> ssh(nested))));
            findings.accept(Finding.beside(
                    "Enter to the first byte, the gateway's session up",
                    Optional.of(Goal.halfTheTime()),
                    Pairs.measure(Figures.Unit.MILLISECONDS, () -> enterAgain(nested), () -> ssh(nested))));
        }
    },

    UP {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            findings.accept(Finding.beside(
                    "cold `rwtui up` to the first byte",
                    Goal.none(),
                    Pairs.measure(Figures.Unit.MILLISECONDS, () -> up(nested), () -> ssh(nested))));
        }
    },

    THROUGHPUT {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            try (RunningDashboard dashboard = RunningDashboard.start(nested);
                    SshForward ssh = SshForward.start(nested.plain(), Nested.HOST, nested.target())) {
                dashboard.enter();
                dashboard.awaitUp();
                findings.accept(Finding.beside(
                        "pull of 1 GB through the gateway",
                        Optional.of(Goal.atLeastAsFast()),
                        transfers(new Transfer(Transfer.Way.DOWN, GIGABYTE), nested, ssh)));
                findings.accept(Finding.beside(
                        "push of 1 GB through the gateway",
                        Goal.none(),
                        transfers(new Transfer(Transfer.Way.UP, GIGABYTE), nested, ssh)));
            }
        }
    },

    EXEC {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            CommandFigures.measure(nested, findings);
        }
    },

    LISTING {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            ManyHostsFigures.measure(findings);
        }
    },

    FLEET {
        @Override
        void measure(Nested nested, Consumer<Finding> findings) throws Exception {
            FleetFigures.measure(findings);
        }
    };

    private static final String SCREEN_TAKEN = "\u001b[?1049h";
    private static final String FRAME_COMPLETE = "\u001b[?2026l";
    private static final long GIGABYTE = 1_000_000_000;
    private static final int SETTLE_SECONDS = 5;
    private static final int WINDOW_SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int WINDOWS = Integer.getInteger("bench.windows", 3);

    abstract void measure(Nested nested, Consumer<Finding> findings) throws Exception;

    /** The word by which it is chosen. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Double> idle(RunningDashboard dashboard) throws IOException {
        ProcessFigures jvm = dashboard.jvm();
        List<Double> shares = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            double before = jvm.cpuSeconds();
            long begin = System.nanoTime();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WINDOW_SECONDS));
            shares.add(100 * (jvm.cpuSeconds() - before) * 1e9 / (System.nanoTime() - begin));
        }
        return shares;
    }

    private static void memory(Nested nested, RunningDashboard dashboard, Consumer<Finding> findings)
            throws IOException {
        try (SshForward ssh = SshForward.start(nested.plain(), Nested.HOST, nested.target())) {
            ProcessFigures jvm = dashboard.jvm();
            findings.accept(memory("resident after that", jvm, ssh));
            Transfer transfer = new Transfer(Transfer.Way.DOWN, GIGABYTE);
            transfer.through(nested.port());
            transfer.through(ssh.port());
            findings.accept(memory("resident after a pull of 1 GB", jvm, ssh));
        }
    }

    private static Finding memory(String what, ProcessFigures jvm, SshForward ssh) throws IOException {
        return new Finding(
                what,
                Optional.of(Goal.under(120, Figures.Unit.MEGABYTES)),
                new Figures(Figures.Unit.MEGABYTES, List.of(jvm.resident())),
                Optional.of(new Figures(Figures.Unit.MEGABYTES, List.of(ssh.resident()))));
    }

    private static double enter(Nested nested) throws IOException {
        try (RunningDashboard dashboard = RunningDashboard.start(nested)) {
            return dashboard.enter();
        }
    }

    private static double enterAgain(Nested nested) throws IOException {
        try (RunningDashboard dashboard = RunningDashboard.start(nested)) {
            dashboard.enter();
            dashboard.disconnect();
            return dashboard.enter();
        }
    }

    private static double ssh(Nested nested) throws IOException {
        LocalPort.awaitClosed(nested.port());
        long begin = System.nanoTime();
        try (SshForward ssh = SshForward.cold(nested.config(), Nested.HOST, nested.port())) {
            return LocalPort.firstByte(ssh.port(), begin);
        }
    }

    private static double up(Nested nested) throws IOException {
        LocalPort.awaitClosed(nested.port());
        long begin = System.nanoTime();
        Process up = Packaged.up(nested.config(), Nested.HOST);
        try {
            return LocalPort.firstByte(nested.port(), begin);
        } finally {
            up.destroy();
            up.onExit()
                    .completeOnTimeout(up, 5, TimeUnit.SECONDS)
                    .thenAccept(Process::destroyForcibly)
                    .join();
        }
    }

    private static Pairs transfers(Transfer transfer, Nested nested, SshForward ssh) throws Exception {
        return Pairs.measure(
                Figures.Unit.MEGABYTES_PER_SECOND,
                () -> transfer.through(nested.port()),
                () -> transfer.through(ssh.port()));
    }
}
