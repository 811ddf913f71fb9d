package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Timers;
import dev.rwtui.facts.MachineProbe;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How busy machines are. One is asked while somebody looks at it, more often while they look closely, and whenever a person
 * asks; never two questions at once. On the engine's thread alone.
 */
final class Machines {

    /** Of a host that is shown. */
    private static final Duration AT_A_GLANCE = Duration.ofMinutes(1);

    /** Of one whose facts fill the screen. */
    private static final Duration CLOSELY = Duration.ofSeconds(5);

    private final EngineTools tools;
    private final Announcements announcements;
    private final Background background;
    private final MachineProbe probe;
    private final Function<HostAlias, Place> standing;
    private final Function<HostAlias, Optional<String>> repositories;
    private final Map<HostAlias, Known> known = new HashMap<>();
    private final Set<HostAlias> up = new HashSet<>();
    private Optional<HostAlias> looked = Optional.empty();
    private Optional<HostAlias> watched = Optional.empty();

    /**
     * @param standing over the session that is up; nothing is connected for it
     * @param repositories where the repository is on a host; blocks
     */
    Machines(
            EngineTools tools,
            Announcements announcements,
            Background background,
            MachineProbe probe,
            Function<HostAlias, Place> standing,
            Function<HostAlias, Optional<String>> repositories) {
        this.tools = tools;
        this.announcements = announcements;
        this.background = background;
        this.probe = probe;
        this.standing = standing;
        this.repositories = repositories;
    }

    /** Of one host. */
    private static final class Known {
        private Optional<Notice.MachineAsked> last = Optional.empty();
        private boolean asking;
        /** No more often than that; zero while it answers well. */
        private Duration every = Duration.ZERO;
        /** When it last answered. */
        private long asked;

        private boolean ever;
        private Optional<Timers.Scheduled> next = Optional.empty();
    }

    void look(Optional<HostAlias> host) {
        looked = host;
        host.ifPresent(this::askWhereDue);
    }

    /** Closely, until somebody looks elsewhere. */
    void watch(Optional<HostAlias> host) {
        watched = host;
        host.ifPresent(this::askWhereDue);
    }

    void sessionUp(HostAlias host) {
        up.add(host);
        of(host).ever = false;
        askWhereDue(host);
    }

    void sessionLost(HostAlias host) {
        up.remove(host);
    }

    /** Every host whose session is up, at once. */
    void askAll() {
        Set.copyOf(up).forEach(host -> ask(host, standing.apply(host)));
    }

    /** At once; what is being asked already is waited for instead. */
    void ask(HostAlias host, Place place) {
        Known of = of(host);
        if (of.asking) {
            return;
        }
        of.asking = true;
        of.ever = true;
        background.run(() -> answer(host, place), why -> answered(host, Optional.empty(), Optional.of(why)));
    }

    private void answer(HostAlias host, Place place) {
        try {
            MachineFacts facts = probe.ask(place, repositories.apply(host), background.closing());
            answered(host, Optional.of(facts), Optional.empty());
        } catch (PlaceException e) {
            answered(host, Optional.empty(), Optional.of(e.words()));
        }
    }

    private void answered(HostAlias host, Optional<MachineFacts> facts, Optional<String> failure) {
        tools.engine().execute(() -> told(host, facts, failure));
    }

    List<Notice> standing() {
        List<Notice> all = new ArrayList<>();
        known.values().forEach(of -> of.last.ifPresent(all::add));
        return all;
    }

    /** The last good answer stays beside a failure. */
    private void told(HostAlias host, Optional<MachineFacts> facts, Optional<String> failure) {
        Known of = of(host);
        of.asking = false;
        // A machine that is slow to answer has its rest, and so has one where something hangs.
        of.asked = tools.timers().nanos();
        boolean well = facts.filter(answer -> answer.unfinished().isEmpty()).isPresent();
        of.every = well ? Duration.ZERO : doubled(of.every);
        Optional<MachineFacts> shown = facts.isPresent() ? facts : of.last.flatMap(Notice.MachineAsked::facts);
        Notice.MachineAsked notice = new Notice.MachineAsked(host, announcements.nextRevision(), shown, failure);
        of.last = Optional.of(notice);
        announcements.publish(notice);
        askWhereDue(host);
    }

    private static Duration doubled(Duration every) {
        Duration longer = every.isZero() ? CLOSELY.multipliedBy(2) : every.multipliedBy(2);
        return longer.compareTo(AT_A_GLANCE) < 0 ? longer : AT_A_GLANCE;
    }

    private void askWhereDue(HostAlias host) {
        Known of = of(host);
        Optional<Duration> every = every(host);
        if (every.isEmpty() || of.asking) {
            return;
        }
        if (!of.ever || left(of, every.get()).isZero()) {
            ask(host, standing.apply(host));
        } else {
            plan(host);
        }
    }

    /** How often; empty for one that nobody looks at. */
    private Optional<Duration> every(HostAlias host) {
        if (!up.contains(host)) {
            return Optional.empty();
        }
        if (watched.equals(Optional.of(host))) {
            Duration rest = of(host).every;
            return Optional.of(rest.compareTo(CLOSELY) > 0 ? rest : CLOSELY);
        }
        return looked.equals(Optional.of(host)) ? Optional.of(AT_A_GLANCE) : Optional.empty();
    }

    /** In place of what was planned before. */
    private void plan(HostAlias host) {
        Known of = of(host);
        of.next.ifPresent(Timers.Scheduled::cancel);
        of.next = every(host)
                .map(every -> tools.timers()
                        .after(left(of, every), () -> tools.engine().execute(() -> askWhereDue(host))));
    }

    private Duration left(Known of, Duration every) {
        Duration left = every.minusNanos(tools.timers().nanos() - of.asked);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Known of(HostAlias host) {
        return known.computeIfAbsent(host, key -> new Known());
    }
}
