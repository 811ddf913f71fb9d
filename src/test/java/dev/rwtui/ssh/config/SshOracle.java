package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.OracleAnswer.Difference;
import dev.rwtui.ssh.config.OracleAnswer.Dump;
import dev.rwtui.ssh.config.OracleAnswer.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Asks an {@code ssh -G} and rwtui the same question, and tells where the answers differ. */
final class SshOracle {

    /** A file of a tree that commands of {@code Match exec} add a line to. */
    private static final String TRACE = "trace";

    private final OracleSsh ssh;
    private final OracleWorld world;

    SshOracle(OracleSsh ssh, OracleWorld world) {
        this.ssh = ssh;
        this.world = world;
    }

    OracleSsh ssh() {
        return ssh;
    }

    OracleWorld world() {
        return world;
    }

    /** What {@code ssh -G} alone says. */
    OracleAnswer theirs(OracleQuestion question) {
        question.tree().write(world.places());
        return ssh.ask(question, world);
    }

    /** What differs; empty where nothing does. */
    List<Difference> differences(OracleQuestion question) {
        question.tree().write(world.places());
        OracleAnswer theirs = ssh.ask(question, world);
        List<String> theirRuns = takeTrace();
        SshConfig config = read(question);
        OracleAnswer ours = explain(config, question);
        List<String> ourRuns = takeTrace();
        List<Difference> differences = new ArrayList<>(OracleAnswer.compare(theirs, ours));
        if (theirs instanceof Dump dump) {
            differences.addAll(ResolvedAgainstDump.differences(config, question, dump));
            if (!theirRuns.equals(ourRuns)) {
                differences.add(new Difference("commands", "ssh ran " + theirRuns + ", rwtui " + ourRuns));
            }
        }
        return differences;
    }

    private SshConfig read(OracleQuestion question) {
        Optional<String> dashF = question.dashF().map(world.places()::located);
        List<String> options =
                question.options().stream().map(world.places()::located).toList();
        return SshConfig.read(world.site(ssh.version(), question.environment()), dashF, new Overrides(options));
    }

    private static OracleAnswer explain(SshConfig config, OracleQuestion question) {
        try {
            return Dump.of(config.explain(new HostAlias(question.name())));
        } catch (ConfigurationException e) {
            return Refusal.of(e);
        }
    }

    /** The lines of the trace, each once: how often a command is run is nobody's promise. */
    private List<String> takeTrace() {
        Path trace = world.places().tree().resolve(TRACE);
        try {
            if (!Files.exists(trace)) {
                return List.of();
            }
            List<String> lines = Files.readAllLines(trace);
            Files.delete(trace);
            return List.copyOf(new TreeSet<>(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
