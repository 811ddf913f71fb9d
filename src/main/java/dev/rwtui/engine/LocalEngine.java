package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.Caller;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.LinkListener;
import dev.rwtui.ssh.LinkTools;
import dev.rwtui.ssh.Links;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tunnel.Absence;
import dev.rwtui.tunnel.Note;
import dev.rwtui.tunnel.Surroundings;
import dev.rwtui.tunnel.Tunnels;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engine in this process. All its state lives on one thread; requests and what the world reports queue for it. */
public final class LocalEngine implements Engine {

    /** How much of the log a late subscriber is told. */
    private static final int LOG_KEPT = 500;

    private final EngineTools tools;
    private final Questions questions;
    private final Links links;
    private final Tunnels tunnels;
    private final List<Consumer<Notice>> subscribers = new ArrayList<>();
    private final Deque<Notice.Logged> log = new ArrayDeque<>();
    private final Set<HostAlias> wereUp = new HashSet<>();
    private Optional<Notice.ConfigurationRead> configuration = Optional.empty();
    // Written on the engine's thread, read by those that plan.
    private volatile ConfigurationReader.Reading reading = new ConfigurationReader.Reading(
            List.of(), List.of(), List.of(), List.of(), Watched.NOTHING, LocalEngine::noConfiguration);
    private long revision;
    private long reloads;
    private long latestRead;

    /** Builds the engine and lets it read the configuration. */
    public LocalEngine(EngineTools tools) {
        this.tools = tools;
        this.questions = new Questions(tools.engine(), this::publish);
        LinkTools linkTools = new LinkTools(
                tools.connector(),
                host -> reading.routes().plan(host),
                questions,
                tools.engine(),
                tools.blocking(),
                tools.timers(),
                tools.backoff(),
                tools.linger());
        this.links = new Links(linkTools, new LinkNews());
        this.tunnels = new Tunnels(
                new Surroundings(tools.engine(), tools.blocking(), tools.timers()),
                this::tunnelChanged,
                this::tunnelNoted);
        reload();
    }

    @Override
    public void submit(Request request, Client client) {
        tools.engine().execute(() -> handle(request, client));
    }

    @Override
    public void answer(long question, Answer answer) {
        tools.engine().execute(() -> questions.answer(question, answer));
    }

    @Override
    public void subscribe(Consumer<Notice> subscriber) {
        tools.engine().execute(() -> {
            subscribers.add(subscriber);
            configuration.ifPresent(notice -> tell(subscriber, notice));
            links.links().forEach((host, link) -> tell(subscriber, new Notice.LinkChanged(host, ++revision, link)));
            tunnels.snapshot().forEach(status -> tell(subscriber, new Notice.TunnelChanged(++revision, status)));
            questions.open().forEach(question -> tell(subscriber, new Notice.QuestionAsked(question)));
            log.forEach(line -> tell(subscriber, line));
        });
    }

    @Override
    public void close(Duration deadline) {
        CountDownLatch closed = new CountDownLatch(1);
        tools.engine().execute(() -> {
            tunnels.closeAll();
            links.close();
            closed.countDown();
        });
        try {
            if (!closed.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                tools.engine()
                        .execute(() ->
                                log(Notice.Level.WARNING, Optional.empty(), "closing took longer than " + deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Request request, Client client) {
        if (request instanceof Request.Connect connect) {
            connect(connect.host(), connect.forwards(), client);
        } else if (request instanceof Request.Disconnect disconnect) {
            links.disconnect(disconnect.host());
            tunnels.closeAll(disconnect.host());
        } else if (request instanceof Request.CancelConnecting cancel) {
            links.cancel(cancel.host());
        } else if (request instanceof Request.OpenTunnel open) {
            openTunnel(open.tunnel(), client);
        } else if (request instanceof Request.CloseTunnel close) {
            tunnels.close(close.tunnel());
        } else if (request instanceof Request.SetChecking set) {
            tunnels.setChecking(set.tunnel(), set.checking());
        } else if (request instanceof Request.Look look) {
            tunnels.look(look.host());
        } else if (request instanceof Request.ReloadConfiguration) {
            reload();
        }
    }

    private void connect(HostAlias host, Request.Forwards forwards, Client client) {
        if (forwards == Request.Forwards.ALL) {
            forwardsOf(host).forEach(forward -> tunnels.open(new TunnelId(host, forward)));
        }
        Connector.Prompting prompting =
                client.attendance() == Attendance.ATTENDED ? Connector.Prompting.ALLOWED : Connector.Prompting.REFUSED;
        links.connect(host, new Caller(prompting, client.agentSocket(), Caller.Occasion.REQUEST));
    }

    private void openTunnel(TunnelId tunnel, Client client) {
        tunnels.open(tunnel);
        // A gateway may be up for others' sake alone: then its own tunnels have no session yet.
        if (!links.connected().contains(tunnel.host())) {
            connect(tunnel.host(), Request.Forwards.NONE, client);
        }
    }

    private List<LocalForward> forwardsOf(HostAlias host) {
        return reading.hosts().stream()
                .filter(summary -> summary.alias().equals(host))
                .findFirst()
                .map(HostSummary::forwards)
                .orElse(List.of());
    }

    private void reload() {
        long asked = ++reloads;
        tools.blocking().execute(() -> {
            ConfigurationReader.Reading fresh = tools.configuration().read(List.of());
            tools.engine().execute(() -> {
                // One that was begun earlier may end later, and knows less.
                if (asked > latestRead) {
                    latestRead = asked;
                    configurationRead(fresh);
                }
            });
        });
    }

    private void configurationRead(ConfigurationReader.Reading fresh) {
        reading = fresh;
        Set<TunnelId> configured = new HashSet<>();
        fresh.hosts().forEach(host -> host.forwards().forEach(f -> configured.add(new TunnelId(host.alias(), f))));
        // One that is open stays until it is closed: a file half edited must not cut anybody off.
        tunnels.snapshot().stream()
                .filter(status -> status.state() instanceof TunnelState.Off)
                .map(TunnelStatus::id)
                .filter(id -> !configured.contains(id))
                .forEach(tunnels::forget);
        Notice.ConfigurationRead notice = new Notice.ConfigurationRead(
                ++revision, fresh.files(), fresh.hosts(), fresh.problems(), fresh.patterns());
        configuration = Optional.of(notice);
        publish(notice);
    }

    private static Route noConfiguration(HostAlias host) throws SshException {
        throw SshException.of(
                Failure.Kind.CONFIGURATION, host, "the configuration has not been read yet", "Try again.");
    }

    private void tunnelChanged(TunnelStatus status) {
        publish(new Notice.TunnelChanged(++revision, status));
    }

    private void tunnelNoted(Note note) {
        Notice.Level level = note.level() == Note.Level.INFO ? Notice.Level.INFO : Notice.Level.WARNING;
        log(level, Optional.of(note.host()), note.text());
    }

    private void log(Notice.Level level, Optional<HostAlias> host, String text) {
        Notice.Logged line = new Notice.Logged(tools.timers().now(), level, host, text);
        log.addLast(line);
        if (log.size() > LOG_KEPT) {
            log.removeFirst();
        }
        publish(line);
    }

    private void publish(Notice notice) {
        subscribers.forEach(subscriber -> tell(subscriber, notice));
    }

    /** A front end's bug is told as such, and harms neither the engine nor other front ends. */
    private void tell(Consumer<Notice> subscriber, Notice notice) {
        try {
            subscriber.accept(notice);
        } catch (RuntimeException e) {
            tools.engine().execute(() -> {
                throw e;
            });
        }
    }

    /** What links tell, and what it means for tunnels. */
    private final class LinkNews implements LinkListener {

        @Override
        public void linkChanged(HostAlias host, Link link) {
            publish(new Notice.LinkChanged(host, ++revision, link));
            if (link instanceof Link.Connecting) {
                tunnels.sessionAway(host, Absence.RETRYING, "connecting");
            } else if (link instanceof Link.Retrying retrying) {
                log(Notice.Level.WARNING, Optional.of(host), cause(host, retrying.cause()) + "; trying again");
                tunnels.sessionAway(host, Absence.RETRYING, retrying.cause().summary());
            } else if (link instanceof Link.Failed failed) {
                log(Notice.Level.ERROR, Optional.of(host), words(host, failed.cause()));
                failed(host, failed.cause());
            } else if (link instanceof Link.Idle) {
                wereUp.remove(host);
                tunnels.closeAll(host);
            }
        }

        /** Listeners of a link that never came up go; those of one that did wait for the person who will mend it. */
        private void failed(HostAlias host, Failure cause) {
            if (wereUp.contains(host)) {
                tunnels.sessionAway(host, Absence.FAILED, cause.summary());
            } else {
                tunnels.closeAll(host);
            }
        }

        private static String words(HostAlias host, Failure failure) {
            return failure.advice().isEmpty() ? cause(host, failure) : cause(host, failure) + ". " + failure.advice();
        }

        /** The hop is named where it is not the host itself, which the log names anyway. */
        private static String cause(HostAlias host, Failure failure) {
            return failure.hop().equals(host) ? failure.why() : failure.summary();
        }

        @Override
        public void planned(HostAlias host) {}

        @Override
        public void notReplanned(HostAlias host, Failure why) {}

        @Override
        public void sessionUp(HostAlias host, SshSession session) {
            wereUp.add(host);
            tunnels.sessionUp(host, session);
        }

        @Override
        public void sessionLost(HostAlias host) {
            tunnels.sessionAway(host, Absence.RETRYING, "the session is gone");
        }

        @Override
        public void note(Optional<HostAlias> host, String line) {
            log(Notice.Level.INFO, host, line);
        }
    }
}
