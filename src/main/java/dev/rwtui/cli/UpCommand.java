package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.tunnel.model.TunnelId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui up}: opens the forwards of hosts and stays until it is interrupted. */
@Command(
        name = "up",
        sortOptions = false,
        description = "Connect, open the forwards of each HOST, and stay until interrupted.")
final class UpCommand implements Callable<Integer> {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final World world;
    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Alias in your configuration.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print one JSON object per event and line.")
    private boolean json;

    UpCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<World.Terminal> terminal = world.terminals().open();
        Engine engine = world.engines().start(program.file(), program.options());
        world.interrupts().listen(inbox::add);
        engine.subscribe(inbox::add);
        try {
            return run(engine, terminal).status();
        } finally {
            engine.close(CLOSE);
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private ExitCode run(Engine engine, Optional<World.Terminal> terminal) throws InterruptedException {
        Object first = inbox.take();
        while (!(first instanceof Notice.ConfigurationRead)) {
            if (first instanceof ExitCode interrupted) {
                return interrupted;
            }
            first = inbox.take();
        }
        Notice.ConfigurationRead read = (Notice.ConfigurationRead) first;
        Set<HostAlias> hosts = new LinkedHashSet<>();
        names.forEach(name -> hosts.add(new HostAlias(name)));
        Set<TunnelId> tunnels = tunnels(read, hosts);
        Optional<String> wrong = complaint(read, hosts, tunnels);
        if (wrong.isPresent()) {
            return fail(ExitCode.USAGE, wrong.get());
        }
        Engine.Attendance attendance = terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED;
        Engine.Client client = new Engine.Client(world.agentSocket(), attendance);
        hosts.forEach(host -> engine.submit(new Request.Connect(host, Request.Forwards.ALL), client));
        return watch(new Asking(terminal, engine), new UpWatch(hosts, tunnels));
    }

    private ExitCode watch(Asking asking, UpWatch watch) throws InterruptedException {
        while (true) {
            Object next = inbox.take();
            if (next instanceof ExitCode interrupted) {
                return watch.allProved() ? ExitCode.DONE : interrupted;
            }
            if (next instanceof Notice.QuestionAsked asked) {
                asking.put(asked.question());
            }
            if (next instanceof Notice notice) {
                watch.on(notice, Instant.now()).forEach(this::print);
            }
            if (watch.ending().isPresent()) {
                return fail(watch.ending().get().code(), watch.ending().get().error());
            }
            if (world.out().checkError()) {
                // Nobody reads the events any more: a closed pipe ends it quietly.
                return ExitCode.DONE;
            }
        }
    }

    private static Set<TunnelId> tunnels(Notice.ConfigurationRead read, Set<HostAlias> hosts) {
        Set<TunnelId> tunnels = new LinkedHashSet<>();
        for (HostSummary host : read.hosts()) {
            if (hosts.contains(host.alias())) {
                host.forwards().forEach(forward -> tunnels.add(new TunnelId(host.alias(), forward)));
            }
        }
        return tunnels;
    }

    private static Optional<String> complaint(
            Notice.ConfigurationRead read, Set<HostAlias> hosts, Set<TunnelId> tunnels) {
        for (HostAlias host : hosts) {
            Optional<HostSummary> known = read.hosts().stream()
                    .filter(summary -> summary.alias().equals(host))
                    .findFirst();
            if (known.isEmpty()) {
                return Optional.of(host + ": no such host in the configuration; rwtui hosts lists them");
            }
            if (known.get().refusal().isPresent()) {
                return Optional.of(host + ": " + known.get().refusal().get());
            }
            if (tunnels.stream().noneMatch(tunnel -> tunnel.host().equals(host))) {
                return Optional.of(host + ": has no LocalForward in the configuration; nothing to open");
            }
        }
        return Optional.empty();
    }

    private void print(UpEvent event) {
        world.out().println(json ? Json.line(event) : event.words());
        world.out().flush();
    }

    private ExitCode fail(ExitCode code, String error) {
        world.err().println("rwtui: " + Plain.text(error));
        return code;
    }
}
