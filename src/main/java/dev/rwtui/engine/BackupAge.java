package dev.rwtui.engine;

import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.ConfigKey;
import dev.rwtui.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How long backups of git-syncs are kept: {@code sync.keepBackups} of rwtui's own settings, in days. Blocks on the disk. */
final class BackupAge implements Supplier<Duration> {

    private static final Duration USUAL = Duration.ofDays(30);

    private static final long A_LIFETIME = 36_500;

    private static final ConfigKey KEY = ConfigKey.of("sync", "keepBackups");

    private final EngineTools tools;
    private final Announcements announcements;

    BackupAge(EngineTools tools, Announcements announcements) {
        this.tools = tools;
        this.announcements = announcements;
    }

    /** Where the setting is wrong, that is logged, and nothing is dropped early. */
    @Override
    public Duration get() {
        try {
            Optional<ConfigEntry> entry = Settings.of(tools.git().get()).get(KEY);
            if (entry.isEmpty()) {
                return USUAL;
            }
            long days = entry.get().number();
            if (days < 0) {
                throw entry.get().fault("has to be a number of days");
            }
            return Duration.ofDays(Math.min(days, A_LIFETIME));
        } catch (ConfigException e) {
            String why = e.words();
            tools.engine().execute(() -> announcements.log(Notice.Level.WARNING, Optional.empty(), why));
            return USUAL;
        }
    }
}
