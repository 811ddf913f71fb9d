package dev.rwtui.ssh;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.HostEntry;
import dev.rwtui.ssh.config.Listed;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Proxy;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.config.Value;
import dev.rwtui.ssh.model.HostSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts of a configuration as they are listed: no command is run and no name server asked, so that the list of a
 * thousand hosts costs nothing and has no effect. Used once.
 */
public final class HostSummaries {

    private final SshConfig config;
    private final Map<Question, Listed> known = new HashMap<>();

    private HostSummaries(SshConfig config) {
        this.config = config;
    }

    private record Question(SshConfig config, HostAlias alias, Overrides more) {}

    /**
     * Every host that the configuration names, in its order; those that cannot be resolved with the reason. Aliases that
     * lead to the same place by the same way are one host.
     */
    public static List<HostSummary> of(SshConfig config) {
        return of(config, List.of());
    }

    /**
     * As {@link #of(SshConfig)}.
     *
     * @param typed names that a person has typed; those that are none of the others follow them
     */
    public static List<HostSummary> of(SshConfig config, List<HostAlias> typed) {
        HostSummaries summaries = new HostSummaries(config);
        List<Listing> listings = new ArrayList<>();
        config.hosts().forEach(entry -> listings.add(summaries.listing(entry.alias(), entry.description())));
        Set<HostAlias> spelledOut =
                config.hosts().stream().map(HostEntry::alias).collect(Collectors.toSet());
        typed.stream()
                .filter(name -> !spelledOut.contains(name))
                .forEach(name -> listings.add(summaries.listing(name, "").typed()));
        return withRoles(merged(listings));
    }

    /** A host, and what makes another alias the same one. */
    private record Listing(HostSummary summary, List<Object> place) {
        Listing typed() {
            return new Listing(summary.from(HostSummary.Source.TYPED), place);
        }
    }

    private Listing listing(HostAlias alias, String description) {
        try {
            return listed(alias, description);
        } catch (ConfigurationException e) {
            HostSummary refused = HostSummary.of(alias, "", new Endpoint(alias.value(), ResolvedHost.DEFAULT_PORT))
                    .described(description)
                    .refused(e.problems().get(0).toString());
            return new Listing(refused, List.of(alias));
        }
    }

    private Listing listed(HostAlias alias, String description) throws ConfigurationException {
        Listed own = config.list(alias, Overrides.NONE);
        Set<String> uncertainties = new LinkedHashSet<>(own.uncertainties());
        Route route = Way.to(
                alias,
                Overrides.NONE,
                config,
                (where, name, more) -> where == config && name.equals(alias) && more.equals(Overrides.NONE)
                        ? own.host()
                        : remembered(new Question(where, name, more), uncertainties));
        List<String> remarks = remarks(own.host());
        own.unserved()
                .forEach(line ->
                        remarks.add(line.value() + " (" + line.origin().words() + ") has no effect in rwtui yet."));
        HostSummary summary = summary(alias, route).described(description).remarking(remarks);
        return new Listing(summary.uncertain(List.copyOf(uncertainties)), place(route));
    }

    /** Gateways are looked up once, however many hosts are behind them. */
    private ResolvedHost remembered(Question question, Set<String> uncertainties) throws ConfigurationException {
        Listed listed = known.get(question);
        if (listed == null) {
            listed = question.config().list(question.alias(), question.more());
            known.put(question, listed);
        }
        uncertainties.addAll(listed.uncertainties());
        return listed.host();
    }

    /** The same user, host name and port, by the same way: an address behind one gateway is not that behind another. */
    private static List<Object> place(Route route) {
        List<Object> place = new ArrayList<>();
        place.add(route.command());
        route.hops().forEach(hop -> {
            place.add(hop.host().user().value());
            place.add(hop.address());
        });
        return place;
    }

    private static HostSummary summary(HostAlias alias, Route route) {
        ResolvedHost host = route.target().host();
        return HostSummary.of(
                        alias,
                        host.user().value(),
                        new Endpoint(host.hostName().value(), host.port().value()))
                .via(route.hops().stream()
                        .limit(route.hops().size() - 1L)
                        .map(Hop::alias)
                        .toList())
                .forwarding(host.localForwards().stream().map(Value::value).toList());
    }

    private static List<String> remarks(ResolvedHost host) {
        List<String> remarks = new ArrayList<>();
        host.unsupportedForwards()
                .forEach(forward -> remarks.add("LocalForward " + forward.value() + " ("
                        + forward.origin().words() + ") is not opened: only TCP ports are."));
        if (host.proxy().value() instanceof Proxy.Command command) {
            remarks.add("Reached through a process of its own: " + command.line());
        }
        return remarks;
    }

    /** The first alias of each place speaks for the others, and has their forwards too. */
    private static List<HostSummary> merged(List<Listing> listings) {
        Map<List<Object>, List<HostSummary>> places = new LinkedHashMap<>();
        listings.forEach(listing -> places.computeIfAbsent(listing.place(), key -> new ArrayList<>(1))
                .add(listing.summary()));
        return places.values().stream().map(HostSummaries::together).toList();
    }

    private static HostSummary together(List<HostSummary> same) {
        HostSummary first = same.get(0);
        if (same.size() == 1) {
            return first;
        }
        List<LocalForward> forwards = same.stream()
                .flatMap(host -> host.forwards().stream())
                .distinct()
                .toList();
        String description = same.stream()
                .map(HostSummary::description)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return first.alsoCalled(same.stream().skip(1).map(HostSummary::alias).toList())
                .forwarding(forwards)
                .described(description)
                .remarking(same.stream()
                        .flatMap(host -> host.remarks().stream())
                        .distinct()
                        .toList())
                .uncertain(same.stream()
                        .flatMap(host -> host.uncertainties().stream())
                        .distinct()
                        .toList());
    }

    private static List<HostSummary> withRoles(List<HostSummary> machines) {
        Set<HostAlias> ways = new HashSet<>();
        machines.forEach(machine -> ways.addAll(machine.gateways()));
        return machines.stream()
                .map(machine -> machine.names().anyMatch(ways::contains)
                                && machine.forwards().isEmpty()
                        ? machine.serving(HostSummary.Role.GATEWAY)
                        : machine)
                .toList();
    }
}
