package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.ssh.model.HostSummary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui hosts}: the concrete hosts of the configuration. */
@Command(name = "hosts", description = "List the hosts of your configuration.", sortOptions = false)
final class HostsCommand implements Callable<Integer> {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    HostsCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        Engine engine = world.engines().start(program.file(), program.options());
        BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
        engine.subscribe(notices::add);
        Notice.ConfigurationRead read = configuration(notices);
        engine.close(CLOSE);
        if (json) {
            world.out().println(Json.document(HostsDocument.of(read.hosts(), read.problems())));
        } else {
            table(read.hosts()).forEach(world.out()::println);
        }
        read.problems().forEach(problem -> world.err().println("rwtui: " + Plain.text(problem)));
        if (read.hosts().isEmpty()) {
            world.err().println("rwtui: no host found; looked in " + lookedIn(read));
        }
        return read.problems().isEmpty() ? ExitCode.DONE.status() : ExitCode.USAGE.status();
    }

    private static Notice.ConfigurationRead configuration(BlockingQueue<Notice> notices) throws InterruptedException {
        while (true) {
            if (notices.take() instanceof Notice.ConfigurationRead read) {
                return read;
            }
        }
    }

    private static String lookedIn(Notice.ConfigurationRead read) {
        return read.files().stream().map(Notice.LookedFor::file).collect(Collectors.joining(", "));
    }

    /** Columns as wide as their widest entry; the description comes last and is not padded. */
    static List<String> table(List<HostSummary> hosts) {
        int alias = width(hosts.stream().map(host -> host.alias().value()).toList());
        int destination = width(hosts.stream().map(HostsCommand::destination).toList());
        int via = width(hosts.stream().map(HostsCommand::via).toList());
        return hosts.stream()
                .map(host -> (pad(host.alias().value(), alias)
                                + pad(destination(host), destination)
                                + pad(via(host), via)
                                + Plain.text(host.description()))
                        .stripTrailing())
                .toList();
    }

    private static String destination(HostSummary host) {
        return Plain.text(host.user() + "@" + host.destination());
    }

    private static String via(HostSummary host) {
        return host.gateways().isEmpty()
                ? "direct"
                : "via " + host.gateways().stream().map(HostAlias::value).collect(Collectors.joining(", "));
    }

    private static int width(List<String> entries) {
        return entries.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
