package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.tunnel.model.TunnelId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** What came while something else was waited for, in order: to be looked at first. */
    private final Deque<Object> later = new ArrayDeque<>();

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
        world.interrupts().listen(code -> {
            inbox.add(code);
            // Whoever is asked something meanwhile is not waited for.
            terminal.ifPresent(World.Terminal::close);
        });
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
        return run((Notice.ConfigurationRead) first, engine, terminal);
    }

    private ExitCode run(Notice.ConfigurationRead read, Engine engine, Optional<World.Terminal> terminal)
            throws InterruptedException {
        Engine.Attendance attendance = terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED;
        Engine.Client client = new Engine.Client(world.agentSocket(), attendance);
        List<String> unlisted =
                names.stream().filter(name -> called(read, name).isEmpty()).toList();
        Optional<String> unknown =
                unlisted.stream().flatMap(name -> unknown(name).stream()).findFirst();
        if (unknown.isPresent()) {
            return fail(ExitCode.USAGE, unknown.get());
        }
        unlisted.forEach(name -> engine.submit(new Request.Connect(new HostAlias(name), Request.Forwards.ALL), client));
        Asking asking = new Asking(terminal, engine);
        Optional<Notice.ConfigurationRead> listing = unlisted.isEmpty() ? Optional.of(read) : awaitListing();
        if (listing.isEmpty()) {
            return (ExitCode) later.removeLast();
        }
        Set<HostAlias> hosts = new LinkedHashSet<>();
        names.forEach(name -> called(listing.get(), name).ifPresent(host -> hosts.add(host.alias())));
        Set<TunnelId> tunnels = tunnels(listing.get(), hosts);
        Optional<String> wrong = complaint(listing.get(), hosts, tunnels);
        if (wrong.isPresent()) {
            return fail(ExitCode.USAGE, wrong.get());
        }
        hosts.stream()
                .filter(host -> !unlisted.contains(host.value()))
                .forEach(host -> engine.submit(new Request.Connect(host, Request.Forwards.ALL), client));
        return watch(asking, new UpWatch(hosts, tunnels));
    }

    /** Names that only a pattern covers are listed once they are asked for; empty where it was interrupted before: that is the last of what came. */
    private Optional<Notice.ConfigurationRead> awaitListing() throws InterruptedException {
        while (true) {
            Object next = inbox.take();
            if (next instanceof ExitCode) {
                later.add(next);
                return Optional.empty();
            }
            if (next instanceof Notice.ConfigurationRead read
                    && names.stream().allMatch(name -> called(read, name).isPresent())) {
                return Optional.of(read);
            }
            later.add(next);
        }
    }

    private static Optional<HostSummary> called(Notice.ConfigurationRead read, String name) {
        HostAlias wanted = new HostAlias(name);
        return read.hosts().stream()
                .filter(host -> host.names().anyMatch(wanted::equals))
                .findFirst();
    }

    /** Why a name that no file spells out is nothing to open forwards for; looked up without connecting it. */
    private Optional<String> unknown(String name) {
        Resolution resolution = world.resolutions()
                .resolve(program.file(), program.options(), List.of(name))
                .get(0);
        if (resolution instanceof Resolution.Refused refused) {
            return Optional.of(name + ": " + refused.problems().get(0));
        }
        boolean forwards = resolution instanceof Resolution.Resolved resolved
                && resolved.lines().stream().anyMatch(line -> line.keyword().equals("localforward"));
        return forwards
                ? Optional.empty()
                : Optional.of(name + ": no such host in the configuration; rwtui hosts lists them");
    }

    private ExitCode watch(Asking asking, UpWatch watch) throws InterruptedException {
        while (true) {
            Object next = later.isEmpty() ? inbox.take() : later.remove();
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
