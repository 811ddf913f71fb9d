package dev.rwtui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * {@code ssh} to every host of a {@link Fleet}, all started together by one shell. None runs a command: the far side's login
 * shell would take longer than the way there.
 */
final class SshFleet implements AutoCloseable {

    private static final String TOGETHER = """
            started=
            for host in $HOSTS; do
                ssh -F "$CONFIG" -o BatchMode=yes -f -N "$host" &
                started="$started $!"
            done
            for each in $started; do
                wait "$each" || exit
            done
            """;

    private final Path config;

    private SshFleet(Path config) {
        this.config = config;
    }

    /**
     * Returns once the last of them has logged in: each goes into the background then.
     *
     * @param config of the fleet
     */
    static SshFleet connect(Path config) throws IOException, InterruptedException {
        SshFleet all = new SshFleet(config);
        Started.add(all);
        try {
            all.start();
            return all;
        } catch (IOException | InterruptedException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void start() throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", TOGETHER);
        shell.environment().putAll(Map.of("HOSTS", String.join(" ", Fleet.aliases()), "CONFIG", config.toString()));
        int status = shell.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("an ssh of " + Fleet.HOSTS + " ended with status " + status);
        }
    }

    /** What one host takes, in kB: an {@code ssh}, and the one that it reaches the gateway by. */
    double residentPerHost() throws IOException {
        List<ProcessHandle> processes = processes();
        if (processes.size() != 2 * Fleet.HOSTS) {
            throw new IOException(processes.size() + " processes of ssh for " + Fleet.HOSTS + " hosts");
        }
        double sum = 0;
        for (ProcessHandle each : processes) {
            sum += new ProcessFigures(each.pid()).proportional();
        }
        return sum / Fleet.HOSTS;
    }

    /** In the background they are nobody's children; only they have this configuration among their words. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(each -> Arrays.asList(each.info().arguments().orElse(new String[0]))
                        .contains(config.toString()))
                .filter(each -> each.info().command().orElse("").endsWith("/ssh"))
                .toList();
    }

    /** Ends all of them, and waits for it. */
    @Override
    public void close() {
        Started.ended(this);
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
