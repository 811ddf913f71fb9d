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
 * @param alias the name that it is connected by
 * @param alternatives other aliases that lead to the same place by the same way, in the order of the files
 * @param description the comment above its {@code Host} line; empty where there is none
 * @param user whom it logs in as
 * @param destination host name and port it leads to
 * @param gateways the hops before it, outermost first; empty for a direct connection
 * @param role whether it only serves as a way to others
 * @param refusal why connecting is refused, {@code file:line: what is wrong}; empty where nothing is
 * @param remarks what the configuration asks of this host that rwtui does not do, one sentence each
 * @param uncertainties {@code file:line: what it depends on}: what is decided only when it is connected, so that what is
 *     listed may differ
 * @param source who names it
 */
public record HostSummary(
        HostAlias alias,
        List<HostAlias> alternatives,
        String description,
        String user,
        Endpoint destination,
        List<HostAlias> gateways,
        Role role,
        List<LocalForward> forwards,
        Optional<String> refusal,
        List<String> remarks,
        List<String> uncertainties,
        Source source) {

    public HostSummary {
        alternatives = List.copyOf(alternatives);
        gateways = List.copyOf(gateways);
        forwards = List.copyOf(forwards);
        remarks = List.copyOf(remarks);
        uncertainties = List.copyOf(uncertainties);
    }

    /** A machine that is reached directly, with nothing else to say of it. */
    public static HostSummary of(HostAlias alias, String user, Endpoint destination) {
        return new HostSummary(
                alias,
                List.of(),
                "",
                user,
                destination,
                List.of(),
                Role.MACHINE,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Source.FILES);
    }

    /** Its alias, then its alternatives. */
    public Stream<HostAlias> names() {
        return Stream.concat(Stream.of(alias), alternatives.stream());
    }

    public HostSummary alsoCalled(List<HostAlias> names) {
        return new HostSummary(
                alias,
                names,
                description,
                user,
                destination,
                gateways,
                role,
                forwards,
                refusal,
                remarks,
                uncertainties,
                source);
    }

    public HostSummary described(String text) {
        return new HostSummary(
                alias,
                alternatives,
                text,
                user,
                destination,
                gateways,
                role,
                forwards,
                refusal,
                remarks,
                uncertainties,
                source);
    }

    public HostSummary via(List<HostAlias> hops) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                hops,
                role,
                forwards,
                refusal,
                remarks,
                uncertainties,
                source);
    }

    public HostSummary serving(Role as) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                as,
                forwards,
                refusal,
                remarks,
                uncertainties,
                source);
    }

    public HostSummary forwarding(List<LocalForward> all) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                role,
                all,
                refusal,
                remarks,
                uncertainties,
                source);
    }

    public HostSummary refused(String why) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                role,
                forwards,
                Optional.of(why),
                remarks,
                uncertainties,
                source);
    }

    public HostSummary remarking(List<String> sentences) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                role,
                forwards,
                refusal,
                sentences,
                uncertainties,
                source);
    }

    public HostSummary uncertain(List<String> dependingOn) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                role,
                forwards,
                refusal,
                remarks,
                dependingOn,
                source);
    }

    public HostSummary from(Source who) {
        return new HostSummary(
                alias,
                alternatives,
                description,
                user,
                destination,
                gateways,
                role,
                forwards,
                refusal,
                remarks,
                uncertainties,
                who);
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
}
