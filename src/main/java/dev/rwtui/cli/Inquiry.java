package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Requests, each from asking to the notice that answers it. Used once. */
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
     * Asks one thing; see {@link Talk#ask}.
     *
     * @param answer empty for a notice that is none
     */
    <T> Outcome<T> ask(
            Optional<String> file, List<String> options, Request request, Function<Notice, Optional<T>> answer)
            throws InterruptedException {
        try (Talk talk = talk(file, options)) {
            return talk.ask(request, answer);
        }
    }

    /** Begins to talk to an engine; a repository around where the command was started may be mapped to the hosts. */
    Talk talk(Optional<String> file, List<String> options) {
        Optional<World.Terminal> terminal = world.terminals().open();
        Engine engine = world.engines().start(file, options);
        world.interrupts().listen(code -> {
            inbox.add(code);
            // Whoever is asked something meanwhile is not waited for.
            terminal.ifPresent(World.Terminal::close);
        });
        engine.subscribe(inbox::add);
        return new Talk(engine, terminal);
    }

    /** What a person says to a question of the command's own. */
    enum Reply {
        YES,
        NO,
        /** There is no terminal. */
        NOBODY,
        /** A signal came first, and still waits to be heard. */
        INTERRUPTED
    }

    /** One thing after the other, asked of one engine. */
    final class Talk implements AutoCloseable {
        private final Engine engine;
        private final Optional<World.Terminal> terminal;
        private final Engine.Client client;
        private final Asking asking;

        private Talk(Engine engine, Optional<World.Terminal> terminal) {
            this.engine = engine;
            this.terminal = terminal;
            this.client = new Engine.Client(
                    world.agentSocket(),
                    terminal.isPresent() ? Engine.Attendance.ATTENDED : Engine.Attendance.UNATTENDED);
            this.asking = new Asking(terminal, engine);
            engine.submit(new Request.OpenRepository(System.getProperty("user.dir")), client);
        }

        /** Ends also where a host of the inquiry cannot be reached. */
        <T> Outcome<T> ask(Request request, Function<Notice, Optional<T>> answer) throws InterruptedException {
            engine.submit(request, client);
            return await(asking, this::lost, answer);
        }

        /** Goes on until the engine itself says how it ended, also where the connection is lost on the way. */
        <T> Outcome<T> askToTheEnd(Request request, Function<Notice, Optional<T>> answer) throws InterruptedException {
            engine.submit(request, client);
            return await(asking, notice -> Optional.empty(), answer);
        }

        private Optional<Integer> lost(Notice notice) {
            return notice instanceof Notice.LinkChanged changed && means(changed.host())
                    ? failure(changed.link()).map(why -> fail(changed.host(), why))
                    : Optional.empty();
        }

        /** Blocks. */
        Reply confirm(String lead, String prompt) {
            if (terminal.isEmpty()) {
                return Reply.NOBODY;
            }
            Optional<Secret> typed = terminal.get().read(List.of(Plain.text(lead)), prompt, Question.Echo.SHOWN);
            boolean yes =
                    typed.map(line -> line.use(text -> isYes(new String(text)))).orElse(Boolean.FALSE);
            typed.ifPresent(Secret::close);
            if (inbox.stream().anyMatch(ExitCode.class::isInstance)) {
                return Reply.INTERRUPTED;
            }
            return yes ? Reply.YES : Reply.NO;
        }

        /** The one that has come; {@link Reply#INTERRUPTED} says that there is one. */
        ExitCode interruption() {
            return inbox.stream()
                    .filter(ExitCode.class::isInstance)
                    .map(ExitCode.class::cast)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            engine.close(CLOSE);
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private static boolean isYes(String typed) {
        String answer = typed.strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    /** @param lost the exit status where a notice says that nothing will come any more */
    private <T> Outcome<T> await(
            Asking asking, Function<Notice, Optional<Integer>> lost, Function<Notice, Optional<T>> answer)
            throws InterruptedException {
        while (true) {
            Object next = inbox.take();
            if (next instanceof ExitCode interrupted) {
                return new Outcome.Ended<>(interrupted.status());
            }
            Notice notice = (Notice) next;
            if (notice instanceof Notice.ConfigurationRead read) {
                learnAliases(read);
            }
            if (notice instanceof Notice.QuestionAsked asked) {
                asking.put(asked.question());
            }
            Optional<Integer> end = lost.apply(notice);
            if (end.isPresent()) {
                return new Outcome.Ended<>(end.get());
            }
            Optional<T> found = answer.apply(notice);
            if (found.isPresent()) {
                return new Outcome.Answered<>(found.get());
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
