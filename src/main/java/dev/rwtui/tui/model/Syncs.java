package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine has said of repositories on hosts.
 *
 * @param shown what backups hold, of those that were asked for
 */
public record Syncs(
        Map<HostAlias, SyncNews.Read> readings,
        Map<HostAlias, SyncNews.Stepped> steps,
        Map<HostAlias, SyncNews.Planned> plans,
        Map<HostAlias, SyncNews.Ended> ends,
        Map<HostAlias, SyncNews.BackupsListed> backups,
        Map<Key, SyncNews.BackupShown> shown) {

    public static final Syncs NONE = new Syncs(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Syncs {
        readings = Map.copyOf(readings);
        steps = Map.copyOf(steps);
        plans = Map.copyOf(plans);
        ends = Map.copyOf(ends);
        backups = Map.copyOf(backups);
        shown = Map.copyOf(shown);
    }

    /** One backup of all there are. */
    public record Key(HostAlias host, String backup) {}

    /** Empty where nothing was said. */
    public Optional<SyncNews.Read> reading(HostAlias host) {
        return Optional.ofNullable(readings.get(host));
    }

    /** The last that could be read. */
    public Optional<SyncStatus> status(HostAlias host) {
        return reading(host).flatMap(SyncNews.Read::status);
    }

    /** What is being done, in the engine's words. */
    public Optional<String> step(HostAlias host) {
        return Optional.ofNullable(steps.get(host)).flatMap(SyncNews.Stepped::step);
    }

    public Optional<SyncNews.Planned> planned(HostAlias host) {
        return Optional.ofNullable(plans.get(host));
    }

    public Optional<SyncNews.Ended> ended(HostAlias host) {
        return Optional.ofNullable(ends.get(host));
    }

    public Optional<SyncNews.BackupsListed> backups(HostAlias host) {
        return Optional.ofNullable(backups.get(host));
    }

    public Optional<SyncNews.BackupShown> shown(HostAlias host, String backup) {
        return Optional.ofNullable(shown.get(new Key(host, backup)));
    }

    /** The revision of the last one of that kind; 0 where there is none. */
    public long revision(HostAlias host, Awaited.Kind kind) {
        return switch (kind) {
            case PLAN -> revision(plans.get(host));
            case END -> revision(ends.get(host));
        };
    }

    private static long revision(@Nullable SyncNews news) {
        return news == null ? 0 : news.revision();
    }

    public boolean answers(Awaited awaited) {
        return revision(awaited.host(), awaited.kind()) > awaited.known();
    }

    /** The same where it is no news. */
    public Syncs with(SyncNews news) {
        return news.accept(new Adding());
    }

    private static <K, V extends SyncNews> Map<K, V> plus(Map<K, V> old, K key, V news) {
        return news.revision() > revision(old.get(key)) ? Facts.plus(old, key, news) : old;
    }

    private final class Adding implements SyncNews.Visitor<Syncs> {

        @Override
        public Syncs read(SyncNews.Read news) {
            return new Syncs(plus(readings, news.host(), news), steps, plans, ends, backups, shown);
        }

        @Override
        public Syncs stepped(SyncNews.Stepped news) {
            return new Syncs(readings, plus(steps, news.host(), news), plans, ends, backups, shown);
        }

        @Override
        public Syncs planned(SyncNews.Planned news) {
            return new Syncs(readings, steps, plus(plans, news.host(), news), ends, backups, shown);
        }

        @Override
        public Syncs ended(SyncNews.Ended news) {
            return new Syncs(readings, steps, plans, plus(ends, news.host(), news), backups, shown);
        }

        @Override
        public Syncs backupsListed(SyncNews.BackupsListed news) {
            return new Syncs(readings, steps, plans, ends, plus(backups, news.host(), news), shown);
        }

        @Override
        public Syncs backupShown(SyncNews.BackupShown news) {
            Key key = new Key(news.host(), news.backup());
            return new Syncs(readings, steps, plans, ends, backups, plus(shown, key, news));
        }
    }
}
