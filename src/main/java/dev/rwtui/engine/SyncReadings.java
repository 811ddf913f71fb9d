package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.SyncJobs.Ended;
import dev.rwtui.engine.SyncWork.Asked;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.remote.Place;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How the repository stands on hosts. It is read once somebody looks at a host that is up and where it is mapped, again when
 * they come back after a while, after whatever has changed it, and whenever a person asks. On the engine's thread alone.
 */
final class SyncReadings {

    /** What was read longer ago is read anew when somebody looks. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private final EngineTools tools;
    private final Announcements announcements;
    private final SyncJobs jobs;
    private final SyncWork work;

    /** Over the session that is up; nothing is connected for it. */
    private final Function<HostAlias, Place> standing;

    private final Map<HostAlias, Known> known = new HashMap<>();
    private final Set<HostAlias> up = new HashSet<>();
    private Optional<HostAlias> looked = Optional.empty();

    SyncReadings(
            EngineTools tools,
            Announcements announcements,
            SyncJobs jobs,
            SyncWork work,
            Function<HostAlias, Place> standing) {
        this.tools = tools;
        this.announcements = announcements;
        this.jobs = jobs;
        this.work = work;
        this.standing = standing;
    }

    /** Of one host. */
    private static final class Known {
        private Optional<Notice.SyncRead> last = Optional.empty();
        /** When it was read, well or not, since the session came up. */
        private Optional<Long> read = Optional.empty();
        /** It is to be read as soon as that can be. */
        private boolean due;
    }

    void look(Optional<HostAlias> host) {
        looked = host;
        host.ifPresent(this::readWhereStale);
    }

    void sessionUp(HostAlias host) {
        up.add(host);
        of(host).read = Optional.empty();
        readWhereStale(host);
        readWhereDue(host);
    }

    void sessionLost(HostAlias host) {
        up.remove(host);
    }

    /** What is known is of another repository. */
    void moved(HostAlias host) {
        of(host).last = Optional.empty();
        jobs.giveWay(host);
        again(host);
    }

    /** As soon as that can be. */
    void again(HostAlias host) {
        of(host).due = true;
        readWhereDue(host);
    }

    /** Now, or after what is under way. */
    void read(Asked asked) {
        HostAlias host = asked.host();
        if (jobs.busy(host).isPresent()) {
            of(host).due = true;
        } else {
            jobs.giveWay(host);
            of(host).due = false;
            jobs.begin(asked, SyncJobs.Kind.LOOKING, work::status, ended -> read(host, ended));
        }
    }

    void readWhereDue(HostAlias host) {
        Known of = of(host);
        if (of.due && jobs.isIdle(host) && up.contains(host)) {
            of.due = false;
            readWhereMapped(host);
        }
    }

    /** For those who come late. */
    List<Notice> standing() {
        return known.values().stream()
                .flatMap(of -> of.last.<Notice>map(notice -> notice).stream())
                .toList();
    }

    private void readWhereStale(HostAlias host) {
        boolean isFresh = of(host).read
                .filter(at -> tools.timers().nanos() - at <= STALE.toNanos())
                .isPresent();
        if (looked.equals(Optional.of(host)) && up.contains(host) && !isFresh) {
            again(host);
        }
    }

    /** Nobody has asked for it: that there is nothing to read is not worth a word. */
    private void readWhereMapped(HostAlias host) {
        SyncJobs.Work<Optional<SyncStatus>> reading =
                setting -> work.isMapped(host) ? Optional.of(work.status(setting)) : Optional.empty();
        Asked asked = new Asked(host, standing.apply(host), Features.UNATTENDED);
        jobs.begin(asked, SyncJobs.Kind.LOOKING, reading, ended -> {
            boolean isMapped = ended.result().filter(Optional::isEmpty).isEmpty();
            if (isMapped) {
                read(host, new Ended<>(ended.result().flatMap(status -> status), ended.failure()));
            }
        });
    }

    /** The last that could be read stays beside a failure. What gave way is read later. */
    private void read(HostAlias host, Ended<SyncStatus> ended) {
        Known of = of(host);
        if (ended.result().isEmpty() && ended.failure().isEmpty()) {
            of.due = true;
            return;
        }
        of.read = Optional.of(tools.timers().nanos());
        Optional<SyncStatus> status = ended.result().or(() -> of.last.flatMap(Notice.SyncRead::status));
        Notice.SyncRead notice = new Notice.SyncRead(host, announcements.nextRevision(), status, ended.failure());
        of.last = Optional.of(notice);
        announcements.publish(notice);
    }

    private Known of(HostAlias host) {
        return known.computeIfAbsent(host, key -> new Known());
    }
}
