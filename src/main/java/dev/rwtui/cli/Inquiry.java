package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** One request, from asking to the notice that answers it. Used once. */
final class Inquiry {

    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final World world;
    private final Set<HostAlias> hosts;
    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();

    /** @param hosts whose connections it depends on */
    Inquiry(World world, Set<HostAlias> hosts) {
        this.world = world;
        this.hosts = new HashSet<>(hosts);
    }

    /** Whether the engine speaks of a host that was asked for: it calls each by its alias, whatever name was typed. */
    boolean means(HostAlias host) {
        return hosts.contains(host);
    }

    private void learnAliases(Notice.ConfigurationRead read) {
        List<HostAlias> meant = read.hosts().stream()
                .filter(host -> host.names().anyMatch(hosts::contains))
                .map(HostSummary::alias)
                .toList();
        hosts.addAll(meant);
    }

    /** What came of it. */
    sealed interface Outcome<T> {

        record Answered<T>(T answer) implements Outcome<T> {}

        /** Why is said on standard error already. */
        record Ended<T>(int status) implements Outcome<T> {}
    }

    /**
     * Asks it from where the command was started: a repository there may be mapped to the host.
     *
     * @param answer empty for a notice that is none
     */
    <T> Outcome<T> ask(
            Optional<String> file, List<String> options, Request request, Function<Notice, Optional<T>> answer)
            throws InterruptedException {
        Optional<World.Terminal> terminal = world.terminals().open();
        Engine engine = world.engines().start(file, options);
        world.interrupts().listen(code -> {
            inbox.add(code);
            // Whoever is asked something meanwhile is not waited for.
            terminal.ifPresent(World.Terminal::close);
        });
        engine.subscribe(inbox::add);
        try {
            Engine.Attendance attendance =
                    terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED;
            Engine.Client client = new Engine.Client(world.agentSocket(), attendance);
            engine.submit(new Request.OpenRepository(System.getProperty("user.dir")), client);
            engine.submit(request, client);
            return await(new Asking(terminal, engine), answer);
        } finally {
            engine.close(CLOSE);
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private <T> Outcome<T> await(Asking asking, Function<Notice, Optional<T>> answer) throws InterruptedException {
        while (true) {
            Object next = inbox.take();
            if (next instanceof ExitCode interrupted) {
                return new Outcome.Ended<>(interrupted.status());
            }
            if (next instanceof Notice.ConfigurationRead read) {
                learnAliases(read);
            }
            if (next instanceof Notice.QuestionAsked asked) {
                asking.put(asked.question());
            }
            if (next instanceof Notice.LinkChanged changed && means(changed.host())) {
                Optional<Failure> failure = failure(changed.link());
                if (failure.isPresent()) {
                    return new Outcome.Ended<>(fail(changed.host(), failure.get()));
                }
            }
            if (next instanceof Notice notice) {
                Optional<T> found = answer.apply(notice);
                if (found.isPresent()) {
                    return new Outcome.Answered<>(found.get());
                }
            }
        }
    }

    /** A first attempt that fails is an answer. */
    private static Optional<Failure> failure(Link link) {
        if (link instanceof Link.Failed failed) {
            return Optional.of(failed.cause());
        }
        return link instanceof Link.Retrying retrying ? Optional.of(retrying.cause()) : Optional.empty();
    }

    private int fail(HostAlias host, Failure failure) {
        String who = failure.hop().equals(host) ? host.value() : failure.hop() + ", on the way to " + host;
        String advice = failure.advice().isEmpty() ? "" : ". " + failure.advice();
        say(who + ": " + failure.why() + advice);
        return ExitCode.of(failure.kind()).status();
    }

    /** A line on standard error. */
    void say(String text) {
        world.err().println("rwtui: " + Plain.text(text));
        world.err().flush();
    }
}
