package dev.rwtui.ssh;

import dev.rwtui.ssh.config.AlgorithmList;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.config.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has become of the settings that a session was made with, in the words of ssh_config(5). Where a value stands does
 * not matter, and neither do forwards, which need no other session.
 */
public final class RouteChanges {

    private static final String NONE = "none";

    private static final List<Setting> SETTINGS = List.of(
            new Setting("HostName", host -> host.hostName().value()),
            new Setting("Port", host -> String.valueOf(host.port().value())),
            new Setting("User", host -> host.user().value()),
            new Setting(
                    "IdentityFile", host -> list(host.login().identityFiles().value())),
            new Setting("IdentitiesOnly", host -> yesOrNo(host.login().identitiesOnly())),
            new Setting("IdentityAgent", RouteChanges::agent),
            new Setting(
                    "UserKnownHostsFile",
                    host -> list(host.hostKeys().userFiles().value())),
            new Setting(
                    "GlobalKnownHostsFile",
                    host -> list(host.hostKeys().globalFiles().value())),
            new Setting(
                    "StrictHostKeyChecking",
                    host -> checking(host.hostKeys().checking().value())),
            new Setting("HostKeyAlias", host -> host.hostKeys().alias().value().orElse(NONE)),
            new Setting(
                    "ServerAliveInterval",
                    host -> seconds(host.transport().aliveInterval().value())),
            new Setting(
                    "ServerAliveCountMax",
                    host -> String.valueOf(host.transport().aliveCountMax().value())),
            new Setting(
                    "ConnectTimeout",
                    host -> host.transport()
                            .connectTimeout()
                            .value()
                            .map(RouteChanges::seconds)
                            .orElse(NONE)),
            new Setting(
                    "CertificateFile",
                    host -> list(host.login().certificateFiles().value())),
            new Setting(
                    "PreferredAuthentications",
                    host -> String.join(",", host.login().methods().value())),
            new Setting(
                    "PubkeyAcceptedAlgorithms", host -> algorithms(host.login().publicKeyAlgorithms())),
            new Setting("HostKeyAlgorithms", host -> algorithms(host.hostKeys().algorithms())),
            new Setting(
                    "RevokedHostKeys",
                    host -> host.hostKeys().revokedKeys().value().orElse(NONE)),
            new Setting("KexAlgorithms", host -> algorithms(host.transport().keyExchanges())),
            new Setting("Ciphers", host -> algorithms(host.transport().ciphers())),
            new Setting("MACs", host -> algorithms(host.transport().macs())),
            new Setting("Compression", host -> yesOrNo(host.transport().compression())),
            new Setting(
                    "AddressFamily",
                    host -> host.transport().addressFamily().value().name().toLowerCase(Locale.ROOT)),
            new Setting(
                    "BindAddress",
                    host -> host.transport().bindAddress().value().orElse(NONE)),
            new Setting("BatchMode", host -> yesOrNo(host.login().batchMode())));

    private RouteChanges() {}

    /** A keyword and how its value is written. */
    private record Setting(String keyword, Function<ResolvedHost, String> spelling) {

        Optional<String> change(ResolvedHost before, ResolvedHost now) {
            String old = spelling.apply(before);
            String fresh = spelling.apply(now);
            return old.equals(fresh) ? Optional.empty() : Optional.of(keyword + " " + old + " is now " + fresh);
        }
    }

    /**
     * One sentence for each difference, without a full stop: the way first, then its hops from here. What concerns a
     * gateway begins with its alias. Empty where both come to the same session.
     */
    public static List<String> between(Route before, Route now) {
        List<String> changes = new ArrayList<>(way(before, now));
        gateways(now)
                .forEach(gateway -> gateways(before).stream()
                        .filter(old -> old.alias().equals(gateway.alias()))
                        .findFirst()
                        .ifPresent(old ->
                                ofHop(old, gateway).forEach(change -> changes.add(gateway.alias() + ": " + change))));
        // The target answers to the target, whatever each is called.
        changes.addAll(ofHop(before.target(), now.target()));
        return List.copyOf(changes);
    }

    /** What would be another session of the same hop, leaving out the way to it. */
    static List<String> ofHop(Hop before, Hop now) {
        List<String> changes = new ArrayList<>(SETTINGS.stream()
                .flatMap(setting -> setting.change(before.host(), now.host()).stream())
                .toList());
        if (changes.isEmpty() && !before.address().equals(now.address())) {
            changes.add("the address " + before.address() + " is now " + now.address());
        }
        return changes;
    }

    private static List<String> way(Route before, Route now) {
        List<String> changes = new ArrayList<>();
        boolean elsewhere = !names(before).equals(names(now));
        if (elsewhere) {
            changes.add(reached(now));
        }
        if (!before.command().equals(now.command()) && !(elsewhere && names(now).isEmpty())) {
            changes.add("ProxyCommand " + before.command().orElse(NONE) + " is now "
                    + now.command().orElse(NONE));
        }
        return changes;
    }

    private static String reached(Route now) {
        if (!names(now).isEmpty()) {
            return "now reached through " + String.join(", ", names(now));
        }
        return now.command()
                .map(command -> "now reached by ProxyCommand " + command)
                .orElse("now reached directly");
    }

    private static List<String> names(Route route) {
        return gateways(route).stream().map(hop -> hop.alias().value()).toList();
    }

    private static List<Hop> gateways(Route route) {
        return route.hops().subList(0, route.hops().size() - 1);
    }

    /** As written: no path and nobody who set it is the agent that the environment names. */
    private static String agent(ResolvedHost host) {
        return host.login()
                .identityAgent()
                .value()
                .orElse(host.login().identityAgent().isDefault() ? "SSH_AUTH_SOCK" : NONE);
    }

    private static String checking(HostKeyChecking checking) {
        return checking.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String algorithms(Value<AlgorithmList> list) {
        return list.value().written().orElse("default");
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? NONE : String.join(" ", values);
    }

    private static String yesOrNo(Value<Boolean> value) {
        return value.value() ? "yes" : "no";
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }
}
