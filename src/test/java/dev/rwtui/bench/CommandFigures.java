package dev.rwtui.bench;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Execution;
import dev.rwtui.engine.Order;
import dev.rwtui.engine.Run;
import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.model.Ending;
import dev.rwtui.testing.EngineRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What it takes to run {@code true} on the far side: from nothing, and over a session that is there. */
final class CommandFigures {

    private static final HostAlias HOST = new HostAlias(Nested.HOST);
    private static final Order TRUE = new Order.Command("true", Map.of());

    private CommandFigures() {}

    static void measure(Nested nested, Consumer<Finding> findings) throws Exception {
        String config = nested.plain().toString();
        findings.accept(Finding.beside(
                "`rwtui exec HOST true` through the gateway, nothing connected",
                Goal.none(),
                Pairs.measure(
                        Figures.Unit.MILLISECONDS,
                        () -> taken(Packaged.command("-F", config, "exec", Nested.HOST, "true")),
                        () -> taken(new ProcessBuilder("ssh", "-F", config, Nested.HOST, "true")))));
        try (EngineRig engine = EngineRig.reading(DiskConfigFiles.ofThisMachine(), Optional.of(config));
                Master master = Master.start(nested.plain())) {
            findings.accept(Finding.beside(
                    "`true` over a live session, beside `ssh` over a live ControlMaster",
                    Optional.of(Goal.noSlower()),
                    Pairs.measure(
                            Figures.Unit.MILLISECONDS, () -> taken(engine), () -> taken(master.command("true")))));
        }
    }

    private static double taken(ProcessBuilder command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = command.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = process.waitFor();
        double taken = milliseconds(begin);
        if (status != 0) {
            throw new IOException(command.command() + " ended with " + status);
        }
        return taken;
    }

    private static double taken(EngineRig engine) throws Exception {
        long begin = System.nanoTime();
        Run run = engine.run(HOST, TRUE).get(60, TimeUnit.SECONDS);
        if (!(run instanceof Run.Running running)) {
            throw new IOException(run.toString());
        }
        try (Execution execution = running.execution()) {
            // As with ssh, whose standard input is at its end.
            execution.finishInput();
            Ending ending = execution.await();
            double taken = milliseconds(begin);
            if (!ending.equals(new Ending.Exited(0))) {
                throw new IOException(ending.toString());
            }
            return taken;
        }
    }

    private static double milliseconds(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    /** A connection of {@code ssh} that others of its kind use. */
    private record Master(Process process, Path config, Path socket) implements AutoCloseable {

        static Master start(Path config) throws IOException, InterruptedException {
            Path socket = config.resolveSibling("master");
            List<String> words = new ArrayList<>(List.of("ssh", "-F", config.toString(), "-N", "-M"));
            words.addAll(List.of("-o", "ControlPath=" + socket, Nested.HOST));
            Master master = new Master(
                    new ProcessBuilder(words)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start(),
                    config,
                    socket);
            Started.add(master);
            while (!Files.exists(socket)) {
                if (master.process().waitFor(10, TimeUnit.MILLISECONDS)) {
                    throw new IOException("ssh ended with " + master.process().exitValue());
                }
            }
            return master;
        }

        ProcessBuilder command(String line) {
            return new ProcessBuilder("ssh", "-F", config.toString(), "-o", "ControlPath=" + socket, Nested.HOST, line);
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
            Started.ended(this);
        }
    }
}
