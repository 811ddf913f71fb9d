package dev.rwtui.tui.effect;

import dev.rwtui.engine.Notice;
import dev.rwtui.tui.model.Event;
import dev.rwtui.tui.model.Pythons;
import java.time.Instant;
import java.util.Locale;

/** What the engine tells, as events. */
final class Notices {

    private Notices() {}

    static Event event(Notice notice, Instant now) {
        if (notice instanceof Notice.ConfigurationRead read) {
            return configurationRead(read);
        }
        if (notice instanceof Notice.LinkChanged changed) {
            return new Event.LinkChanged(now, changed.host(), changed.revision(), changed.link());
        }
        if (notice instanceof Notice.TunnelChanged changed) {
            return new Event.TunnelChanged(now, changed.revision(), changed.status());
        }
        if (notice instanceof Notice.SettingsChanged changed) {
            return new Event.SettingsChanged(changed.host(), changed.revision(), changed.changes());
        }
        if (notice instanceof Notice.EnvironmentsFound found) {
            return new Event.EnvironmentsFound(now, found.host(), found.revision(), found.survey());
        }
        if (notice instanceof Notice.PackagesListed listed) {
            return new Event.PackagesListed(
                    new Pythons.Key(listed.host(), listed.environment()),
                    listed.revision(),
                    new Pythons.Listing(
                            listed.listing().packages(), listed.listing().failure()));
        }
        if (notice instanceof Notice.MachineAsked asked) {
            return new Event.MachineAsked(now, asked.host(), asked.revision(), asked.facts(), asked.failure());
        }
        if (notice instanceof Notice.RepositoryRead read) {
            return new Event.RepositoryRead(read.revision(), read.repository(), read.failure());
        }
        if (notice instanceof Notice.MappingRead read) {
            return new Event.MappingRead(read.host(), read.revision(), read.mapping());
        }
        if (notice instanceof Notice.RequestFailed failed) {
            return new Event.EffectFailed(now, failed.what(), failed.why());
        }
        if (notice instanceof Notice.EnvironmentsCompared compared) {
            return new Event.EnvironmentsCompared(now, compared.here(), compared.there(), compared.compared());
        }
        if (notice instanceof Notice.QuestionAsked asked) {
            return new Event.QuestionAsked(now, asked.question());
        }
        if (notice instanceof Notice.QuestionWithdrawn withdrawn) {
            return new Event.QuestionWithdrawn(withdrawn.id(), withdrawn.why());
        }
        if (notice instanceof Notice.Logged logged) {
            return new Event.Logged(
                    new Event.LogLine(logged.at(), severity(logged.level()), logged.host(), logged.text()));
        }
        return SyncNotices.news(notice)
                .map(news -> new Event.SyncTold(now, news))
                .orElseThrow(() -> new IllegalArgumentException("unknown notice " + notice.getClass()));
    }

    private static Event configurationRead(Notice.ConfigurationRead read) {
        return new Event.ConfigurationRead(
                read.revision(),
                read.files().stream().map(Notices::file).toList(),
                read.hosts(),
                read.problems(),
                read.patterns());
    }

    private static Event.ConfigurationFile file(Notice.LookedFor file) {
        return new Event.ConfigurationFile(file.file(), file.presence().name().toLowerCase(Locale.ROOT));
    }

    private static Event.Severity severity(Notice.Level level) {
        return switch (level) {
            case INFO -> Event.Severity.INFO;
            case WARNING -> Event.Severity.WARNING;
            case ERROR -> Event.Severity.ERROR;
        };
    }
}
