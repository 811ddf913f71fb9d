package dev.rwtui.ssh.model;

import dev.rwtui.base.Endpoint;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One host of the configuration, as it is listed.
 *
 * @param entry how it is named
 * @param place where it is
 * @param role whether it only serves as a way to others
 * @param caveats what a person should know before connecting
 */
public record HostSummary(Entry entry, Place place, Role role, List<LocalForward> forwards, Caveats caveats) {

    public HostSummary {
        forwards = List.copyOf(forwards);
    }

    /**
     * How a host is named.
     *
     * @param alias the name that it is connected by
     * @param alternatives other aliases that lead to the same place by the same way, in the order of the files
     * @param description the comment above its {@code Host} line; empty where there is none
     * @param source who names it
     */
    public record Entry(HostAlias alias, List<HostAlias> alternatives, String description, Source source) {
        public Entry {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Where a host is.
     *
     * @param user whom it logs in as
     * @param destination host name and port it leads to
     * @param gateways the hops before it, outermost first; empty for a direct connection
     */
    public record Place(String user, Endpoint destination, List<HostAlias> gateways) {
        public Place {
            gateways = List.copyOf(gateways);
        }
    }

    /**
     * What a person should know before connecting.
     *
     * @param refusal why connecting is refused, {@code file:line: what is wrong}; empty where nothing is
     * @param remarks what the configuration asks of this host that rwtui does not do, one sentence each
     * @param uncertainties {@code file:line: what it depends on}: what is decided only when it is connected, so that what
     *     is listed may differ
     */
    public record Caveats(Optional<String> refusal, List<String> remarks, List<String> uncertainties) {

        static final Caveats NONE = new Caveats(Optional.empty(), List.of(), List.of());

        public Caveats {
            remarks = List.copyOf(remarks);
            uncertainties = List.copyOf(uncertainties);
        }
    }

    /** Who names a host. */
    public enum Source {
        FILES,
        /** A person, in this run: no file spells it out. */
        TYPED
    }

    /** What a host is for. */
    public enum Role {
        MACHINE,
        /** Other hosts are reached through it and it has no forward of its own. */
        GATEWAY
    }

    /** A machine that is reached directly, with nothing else to say of it. */
    public static HostSummary of(HostAlias alias, String user, Endpoint destination) {
        return new HostSummary(
                new Entry(alias, List.of(), "", Source.FILES),
                new Place(user, destination, List.of()),
                Role.MACHINE,
                List.of(),
                Caveats.NONE);
    }

    public HostAlias alias() {
        return entry.alias();
    }

    public List<HostAlias> alternatives() {
        return entry.alternatives();
    }

    /** Its alias, then its alternatives. */
    public Stream<HostAlias> names() {
        return Stream.concat(Stream.of(alias()), alternatives().stream());
    }

    public String description() {
        return entry.description();
    }

    public Source source() {
        return entry.source();
    }

    public String user() {
        return place.user();
    }

    public Endpoint destination() {
        return place.destination();
    }

    public List<HostAlias> gateways() {
        return place.gateways();
    }

    public Optional<String> refusal() {
        return caveats.refusal();
    }

    public List<String> remarks() {
        return caveats.remarks();
    }

    public List<String> uncertainties() {
        return caveats.uncertainties();
    }

    public HostSummary alsoCalled(List<HostAlias> names) {
        return entered(new Entry(alias(), names, description(), source()));
    }

    public HostSummary described(String text) {
        return entered(new Entry(alias(), alternatives(), text, source()));
    }

    public HostSummary from(Source who) {
        return entered(new Entry(alias(), alternatives(), description(), who));
    }

    public HostSummary via(List<HostAlias> hops) {
        return new HostSummary(entry, new Place(user(), destination(), hops), role, forwards, caveats);
    }

    public HostSummary serving(Role as) {
        return new HostSummary(entry, place, as, forwards, caveats);
    }

    public HostSummary forwarding(List<LocalForward> all) {
        return new HostSummary(entry, place, role, all, caveats);
    }

    public HostSummary refused(String why) {
        return warned(new Caveats(Optional.of(why), remarks(), uncertainties()));
    }

    public HostSummary remarking(List<String> sentences) {
        return warned(new Caveats(refusal(), sentences, uncertainties()));
    }

    public HostSummary uncertain(List<String> dependingOn) {
        return warned(new Caveats(refusal(), remarks(), dependingOn));
    }

    private HostSummary entered(Entry as) {
        return new HostSummary(as, place, role, forwards, caveats);
    }

    private HostSummary warned(Caveats of) {
        return new HostSummary(entry, place, role, forwards, of);
    }
}
