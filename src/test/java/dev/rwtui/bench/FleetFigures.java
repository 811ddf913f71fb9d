package dev.rwtui.bench;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.testing.EngineRig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What it takes to have a {@link Fleet} connected: time, logins at its gateway, and memory. */
final class FleetFigures {

    private static final int ROUNDS = 3;
    private static final double LIMIT_KB = 300;

    private final Fleet fleet;

    private FleetFigures(Fleet fleet) {
        this.fleet = fleet;
    }

    static void measure(Consumer<Finding> findings) throws Exception {
        try (Fleet fleet = Fleet.start()) {
            FleetFigures figures = new FleetFigures(fleet);
            figures.connecting(findings);
            figures.memory(findings);
        }
    }

    private void connecting(Consumer<Finding> findings) throws Exception {
        Counted ours = new Counted(() -> connect(fleet.config()));
        Counted theirs = new Counted(() -> sshConnect(fleet.config()));
        findings.accept(Finding.beside(
                "50 hosts behind one gateway connected together, beside 50 `ssh -J`",
                Optional.of(Goal.aThird()),
                Pairs.measure(Figures.Unit.MILLISECONDS, ours, theirs)));
        findings.accept(new Finding(
                "the gateway's logins for that",
                Optional.of(Goal.aThird()),
                ours.figures(),
                Optional.of(theirs.figures())));
        findings.accept(Finding.beside(
                "the same, both by `curve25519-sha256`",
                Optional.of(Goal.aThird()),
                Pairs.measure(
                        Figures.Unit.MILLISECONDS, () -> connect(fleet.alike()), () -> sshConnect(fleet.alike()))));
    }

    private void memory(Consumer<Finding> findings) throws Exception {
        List<Double> heap = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            IdleSessions.Each each = IdleSessions.measure(fleet);
            heap.add(each.heap());
            resident.add(each.resident());
            fleet.awaitQuiet();
            try (SshFleet ssh = SshFleet.connect(fleet.config())) {
                theirs.add(ssh.residentPerHost());
            }
            fleet.awaitQuiet();
        }
        Figures.Unit unit = Figures.Unit.KILOBYTES;
        findings.accept(Finding.alone(
                "heap of one more idle session behind a gateway",
                Optional.of(Goal.under(LIMIT_KB, unit)),
                new Figures(unit, heap)));
        findings.accept(new Finding(
                "resident for one more, beside one more idle `ssh -J`",
                Goal.none(),
                new Figures(unit, resident),
                Optional.of(new Figures(unit, theirs))));
    }

    private double connect(Path config) {
        try (EngineRig engine = EngineRig.reading(DiskConfigFiles.ofThisMachine(), Optional.of(config.toString()))) {
            long begin = System.nanoTime();
            Fleet.aliases().forEach(engine::connect);
            Fleet.aliases().forEach(engine::awaitUp);
            return milliseconds(begin);
        } finally {
            fleet.awaitQuiet();
        }
    }

    private double sshConnect(Path config) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (SshFleet ignored = SshFleet.connect(config)) {
            return milliseconds(begin);
        } finally {
            fleet.awaitQuiet();
        }
    }

    private static double milliseconds(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** A measurement, and how many logins the gateway let in meanwhile. */
    private final class Counted implements Pairs.Measured {

        private final Pairs.Measured measured;
        private final List<Double> logins = new ArrayList<>();

        Counted(Pairs.Measured measured) {
            this.measured = measured;
        }

        @Override
        public double measure() throws Exception {
            int before = fleet.gatewayLogins();
            double taken = measured.measure();
            logins.add((double) (fleet.gatewayLogins() - before));
            return taken;
        }

        /** Of those that count: the first has warmed up. */
        Figures figures() {
            return new Figures(Figures.Unit.COUNT, logins.subList(1, logins.size()));
        }
    }
}
