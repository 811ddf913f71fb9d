package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.remote.Place;
import dev.rwtui.ssh.Caller;
import dev.rwtui.ssh.Connector;
import dev.rwtui.ssh.LinkTools;
import dev.rwtui.ssh.Links;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tunnel.Surroundings;
import dev.rwtui.tunnel.Tunnels;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engine in this process. All its state lives on one thread; requests and what the world reports queue for it. */
public final class LocalEngine implements Engine {

    private final EngineTools tools;
    private final Announcements announcements;
    private final CurrentConfiguration configuration;
    private final Questions questions;
    private final Tunnels tunnels;
    private final SettingsDrift drift;
    private final Commands commands;
    private final Features features;
    private final Links links;

    /** Builds the engine and lets it read the configuration. */
    public LocalEngine(EngineTools tools) {
        this.tools = tools;
        this.announcements = new Announcements(tools);
        this.configuration = new CurrentConfiguration(tools, announcements, this::configurationRead);
        this.questions = new Questions(tools.engine(), announcements::publish);
        TunnelNews tunnelNews = new TunnelNews(announcements);
        this.tunnels = new Tunnels(
                new Surroundings(tools.engine(), tools.blocking(), tools.timers()),
                tunnelNews::changed,
                tunnelNews::noted);
        this.drift = new SettingsDrift(tools, announcements, new LinksWays());
        this.commands = new Commands(
                tools.engine(),
                tools.blocking(),
                tools.timers(),
                this::asked,
                (host, line) -> announcements.log(Notice.Level.INFO, Optional.of(host), line));
        this.features = new Features(tools, announcements, questions, new HostsOfFeatures());
        LinkTools linkTools = new LinkTools(
                tools.connector(),
                configuration,
                questions,
                tools.engine(),
                tools.blocking(),
                tools.timers(),
                tools.backoff(),
                tools.linger());
        this.links =
                new Links(linkTools, new LinkNews(announcements, configuration, drift, tunnels, commands, features));
        configuration.read(CurrentConfiguration.Occasion.NEED);
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
    public CompletableFuture<Run> run(HostAlias host, Order order, Client client) {
        CompletableFuture<Run> promise = new CompletableFuture<>();
        tools.engine().execute(() -> known(alias(host), () -> run(alias(host), order, client, promise)));
        return promise;
    }

    /** Once its host is connected: by the settings that its session was made with. */
    private Orders.Asked asked(HostAlias host, Order order, Client client) {
        return Optional.ofNullable(links.routes().get(host))
                .map(route -> Orders.of(order, route.target().host(), client.agentSocket()))
                .orElseGet(() -> new Orders.Asked.Nothing(
                        new Failure(Failure.Kind.LOST, host, "its session has just ended", "")));
    }

    private void run(HostAlias host, Order order, Client client, CompletableFuture<Run> promise) {
        commands.add(host, order, client, promise);
        connectWhereNeeded(host, client);
    }

    private void connectWhereNeeded(HostAlias host, Client client) {
        if (!links.connected().contains(host)) {
            links.connect(host, caller(client));
        }
    }

    /** Once the host is listed. */
    private void known(HostAlias host, Runnable then) {
        if (isInUse(host) || configuration.lists(host)) {
            then.run();
        } else {
            configuration.list(host, then);
        }
    }

    @Override
    public void subscribe(Consumer<Notice> subscriber) {
        tools.engine().execute(() -> announcements.subscribe(subscriber, standing()));
    }

    private List<Notice> standing() {
        List<Notice> standing = new ArrayList<>();
        configuration.told().ifPresent(standing::add);
        links.links()
                .forEach(
                        (host, link) -> standing.add(new Notice.LinkChanged(host, announcements.nextRevision(), link)));
        standing.addAll(drift.standing());
        tunnels.snapshot()
                .forEach(status -> standing.add(new Notice.TunnelChanged(announcements.nextRevision(), status)));
        standing.addAll(features.standing());
        questions.open().forEach(question -> standing.add(new Notice.QuestionAsked(question)));
        return standing;
    }

    @Override
    public void close(Duration deadline) {
        CountDownLatch closed = new CountDownLatch(1);
        tools.engine().execute(() -> {
            configuration.close();
            features.close();
            tunnels.closeAll();
            links.close();
            closed.countDown();
        });
        try {
            if (!closed.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                tools.engine()
                        .execute(() -> announcements.log(
                                Notice.Level.WARNING, Optional.empty(), "closing took longer than " + deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Request request, Client client) {
        if (request instanceof Request.Connect connect) {
            connect(alias(connect.host()), connect.forwards(), client);
        } else if (request instanceof Request.Reconnect reconnect) {
            reconnect(alias(reconnect.host()), client);
        } else if (request instanceof Request.Disconnect disconnect) {
            disconnect(alias(disconnect.host()));
        } else if (request instanceof Request.CancelConnecting cancel) {
            cancel(alias(cancel.host()));
        } else if (request instanceof Request.OpenTunnel open) {
            openTunnel(tunnel(open.tunnel()), client);
        } else if (request instanceof Request.CloseTunnel close) {
            tunnels.close(tunnel(close.tunnel()));
        } else if (request instanceof Request.SetChecking set) {
            tunnels.setChecking(tunnel(set.tunnel()), set.checking());
        } else if (request instanceof Request.Look look) {
            Optional<HostAlias> host = look.host().map(this::alias);
            tunnels.look(host);
            features.look(host);
        } else if (request instanceof Request.ReloadConfiguration) {
            configuration.read(CurrentConfiguration.Occasion.REQUEST);
        } else {
            features.handle(request, client);
        }
    }

    /** One that is in use goes by the name that it was connected by, whatever the configuration has made of it since. */
    private HostAlias alias(HostAlias name) {
        return isInUse(name) ? name : configuration.aliasOf(name);
    }

    private boolean isInUse(HostAlias name) {
        return !(links.link(name) instanceof Link.Idle) || tunnels.isWanted(name);
    }

    private TunnelId tunnel(TunnelId named) {
        return new TunnelId(alias(named.host()), named.forward());
    }

    private void connect(HostAlias host, Request.Forwards forwards, Client client) {
        known(host, () -> connectKnown(alias(host), forwards, client));
    }

    private void connectKnown(HostAlias host, Request.Forwards forwards, Client client) {
        if (forwards == Request.Forwards.ALL) {
            configuration.forwardsOf(host).forEach(forward -> tunnels.open(new TunnelId(host, forward)));
        }
        links.connect(host, caller(client));
    }

    private void reconnect(HostAlias host, Client client) {
        if (isInUse(host)) {
            links.reconnect(host, caller(client));
        } else {
            connect(host, Request.Forwards.NONE, client);
        }
    }

    private static Caller caller(Client client) {
        Connector.Prompting prompting =
                client.attendance() == Attendance.ATTENDED ? Connector.Prompting.ALLOWED : Connector.Prompting.REFUSED;
        return new Caller(prompting, client.agentSocket(), Caller.Occasion.REQUEST);
    }

    private void disconnect(HostAlias host) {
        Link before = links.link(host);
        links.disconnect(host);
        tunnels.closeAll(host);
        configuration.disconnected(host, before);
    }

    private void cancel(HostAlias host) {
        configuration.cancel(host);
        links.cancel(host);
    }

    private void openTunnel(TunnelId tunnel, Client client) {
        tunnels.open(tunnel);
        // A gateway may be up for others' sake alone: then its own tunnels have no session yet.
        if (!links.connected().contains(tunnel.host())) {
            connectKnown(tunnel.host(), Request.Forwards.NONE, client);
        }
    }

    private void configurationRead(ConfigurationReader.Reading fresh) {
        Set<TunnelId> configured = new HashSet<>();
        fresh.hosts().forEach(host -> host.forwards().forEach(f -> configured.add(new TunnelId(host.alias(), f))));
        // One that is open stays until it is closed: a file half edited must not cut anybody off.
        tunnels.snapshot().stream()
                .filter(status -> status.state() instanceof TunnelState.Off)
                .map(TunnelStatus::id)
                .filter(id -> !configured.contains(id))
                .forEach(tunnels::forget);
        drift.configurationRead(fresh.routes());
    }

    /** The links are made after those who ask for their ways. */
    private final class LinksWays implements SettingsDrift.Ways {
        @Override
        public Map<HostAlias, Route> routes() {
            return links.routes();
        }

        @Override
        public Set<HostAlias> planning() {
            return links.planning();
        }
    }

    /** What features run waits for a session like any other command. */
    private final class HostsOfFeatures implements Features.Hosts {
        @Override
        public HostAlias alias(HostAlias name) {
            return LocalEngine.this.alias(name);
        }

        @Override
        public void known(HostAlias host, Runnable then) {
            LocalEngine.this.known(host, then);
        }

        @Override
        public List<HostAlias> names(HostAlias alias) {
            return configuration.namesOf(alias);
        }

        @Override
        public Place standing(HostAlias host) {
            return HostPlace.ordering(
                    tools.engine(),
                    (order, promise) -> commands.addForAWhile(host, order, Features.UNATTENDED, promise));
        }

        @Override
        public Place place(HostAlias host, Client client, Client running) {
            return HostPlace.ordering(
                    tools.engine(),
                    (order, promise) -> LocalEngine.this.known(host, () -> {
                        commands.addForAWhile(LocalEngine.this.alias(host), order, running, promise);
                        connectWhereNeeded(LocalEngine.this.alias(host), client);
                    }));
        }
    }
}
