package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.RouteChanges;
import dev.rwtui.ssh.RoutePlanner;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.model.Failure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which hosts go by other settings than the configuration has now. Every host that is in use is planned again after each
 * reading, once, on a thread that may block; nothing is done about it here. On the engine's thread alone.
 */
final class SettingsDrift {

    private final EngineTools tools;
    private final Announcements announcements;
    private final Ways ways;
    private final Map<HostAlias, List<String>> told = new LinkedHashMap<>();
    private final Set<HostAlias> plannedByEither = new HashSet<>();
    private Optional<RoutePlanner> newest = Optional.empty();
    private long readings;

    /** The ways that hosts go by. */
    interface Ways {
        Map<HostAlias, Route> routes();

        /** Those for which one is being planned now. */
        Set<HostAlias> planning();
    }

    SettingsDrift(EngineTools tools, Announcements announcements, Ways ways) {
        this.tools = tools;
        this.announcements = announcements;
        this.ways = ways;
    }

    /** How each host stands for which there is something to say. */
    List<Notice> standing() {
        return told.entrySet().stream()
                .<Notice>map(host ->
                        new Notice.SettingsChanged(host.getKey(), announcements.nextRevision(), host.getValue()))
                .toList();
    }

    /** @param routes plans by this reading */
    void configurationRead(RoutePlanner routes) {
        readings++;
        newest = Optional.of(routes);
        plannedByEither.clear();
        plannedByEither.addAll(ways.planning());
        ways.routes().forEach(this::compare);
    }

    /** The host goes by a way that was planned just now. */
    void planned(HostAlias host) {
        say(host, List.of());
        if (plannedByEither.remove(host)) {
            Optional.ofNullable(ways.routes().get(host)).ifPresent(route -> compare(host, route));
        }
    }

    /** It could not be planned anew. */
    void notReplanned(HostAlias host, Failure why) {
        if (why.kind() == Failure.Kind.CONFIGURATION) {
            say(host, refusal(why));
        }
    }

    /** Its link has changed: a host that goes by no way has nothing to differ from. */
    void linkChanged(HostAlias host) {
        if (!ways.routes().containsKey(host)) {
            say(host, List.of());
        }
    }

    private void compare(HostAlias host, Route route) {
        newest.ifPresent(planner -> {
            long reading = readings;
            tools.blocking().execute(() -> {
                List<String> changes = changes(planner, host, route);
                tools.engine().execute(() -> {
                    if (reading == readings && route.equals(ways.routes().get(host))) {
                        say(host, changes);
                    }
                });
            });
        });
    }

    private static List<String> changes(RoutePlanner planner, HostAlias host, Route route) {
        try {
            return RouteChanges.between(route, planner.plan(host));
        } catch (SshException e) {
            return refusal(e.failure());
        }
    }

    private static List<String> refusal(Failure why) {
        return List.of("the configuration now refuses it: " + why.why());
    }

    private void say(HostAlias host, List<String> changes) {
        List<String> before = changes.isEmpty() ? told.remove(host) : told.put(host, changes);
        if (changes.equals(before == null ? List.of() : before)) {
            return;
        }
        announcements.publish(new Notice.SettingsChanged(host, announcements.nextRevision(), changes));
        if (!changes.isEmpty()) {
            announcements.log(
                    Notice.Level.INFO,
                    Optional.of(host),
                    "its settings have changed, the session stays as it is: " + String.join("; ", changes));
        }
    }
}
