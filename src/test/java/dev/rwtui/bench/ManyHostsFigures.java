package dev.rwtui.bench;

import dev.rwtui.platform.DiskConfigFiles;
import dev.rwtui.ssh.HostSummaries;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.SshConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What {@link ManyHosts} cost: their list in a process that is warm, one of them in a process of its own. */
final class ManyHostsFigures implements AutoCloseable {

    private static final int ROUNDS = 15;
    private static final double FACTOR = 1.2;

    private final Path directory;
    private final Path config;

    private ManyHostsFigures(Path directory) throws IOException {
        this.directory = directory;
        this.config = ManyHosts.write(directory);
    }

    static void measure(Consumer<Finding> findings) throws Exception {
        try (ManyHostsFigures hosts = new ManyHostsFigures(Files.createTempDirectory("rwtui-hosts"))) {
            findings.accept(hosts.listing());
            hosts.commands(findings);
        }
    }

    private Finding listing() throws IOException {
        Site site = Site.of(DiskConfigFiles.ofThisMachine());
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            double taken = listed(site);
            if (round >= ROUNDS) {
                rounds.add(taken);
            }
        }
        return Finding.alone(
                "reading and listing 5,000 hosts in 200 included files, warm",
                Optional.of(Goal.atMost(150, Figures.Unit.MILLISECONDS)),
                new Figures(Figures.Unit.MILLISECONDS, rounds));
    }

    private double listed(Site site) throws IOException {
        long begin = System.nanoTime();
        SshConfig read = SshConfig.read(site, Optional.of(config.toString()), Overrides.NONE);
        int hosts = HostSummaries.of(read).size();
        double taken = milliseconds(begin);
        if (hosts != ManyHosts.HOSTS || !read.problems().isEmpty()) {
            throw new IOException(hosts + " hosts, " + read.problems());
        }
        return taken;
    }

    /** All three in turns; who begins alternates. The first round does not count. */
    private void commands(Consumer<Finding> findings) throws IOException, InterruptedException {
        String file = config.toString();
        ProcessBuilder version = Packaged.command("--version");
        ProcessBuilder ours = Packaged.command("-F", file, "config", ManyHosts.ONE);
        ProcessBuilder theirs = new ProcessBuilder("ssh", "-G", "-F", file, ManyHosts.ONE);
        List<Contender> contenders = List.of(
                new Contender(version, "rwtui ", new ArrayList<>()),
                new Contender(ours, "\nhostname 10.0.100.12\n", new ArrayList<>()),
                new Contender(theirs, "\nhostname 10.0.100.12\n", new ArrayList<>()));
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Contender next = contenders.get(round % 2 == 0 ? i : contenders.size() - 1 - i);
                double taken = next.run();
                if (round > 0) {
                    next.figures().add(taken);
                }
            }
        }
        report(contenders, findings);
    }

    private static void report(List<Contender> contenders, Consumer<Finding> findings) {
        Figures.Unit unit = Figures.Unit.MILLISECONDS;
        Figures version = new Figures(unit, contenders.get(0).figures());
        Goal goal =
                new Goal("at most 1.2 times `rwtui --version`", (ours, theirs) -> ours <= FACTOR * version.median());
        findings.accept(Finding.alone("`rwtui --version`", Goal.none(), version));
        findings.accept(new Finding(
                "`rwtui config HOST` on them, beside `ssh -G`",
                Optional.of(goal),
                new Figures(unit, contenders.get(1).figures()),
                Optional.of(new Figures(unit, contenders.get(2).figures()))));
    }

    /**
     * A command that is run again and again.
     *
     * @param mark what it must have said, for its time to count
     */
    private record Contender(ProcessBuilder command, String mark, List<Double> figures) {

        double run() throws IOException, InterruptedException {
            long begin = System.nanoTime();
            Process process =
                    command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                int status = process.waitFor();
                double taken = milliseconds(begin);
                if (status != 0 || !said.contains(mark)) {
                    throw new IOException(command.command() + " ended with status " + status + ": " + said);
                }
                return taken;
            }
        }
    }

    private static double milliseconds(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
