package dev.rwtui.engine;

import dev.rwtui.tunnel.Note;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.Optional;

/** What tunnels tell. On the engine's thread alone. */
final class TunnelNews {

    private final Announcements announcements;

    TunnelNews(Announcements announcements) {
        this.announcements = announcements;
    }

    void changed(TunnelStatus status) {
        announcements.publish(new Notice.TunnelChanged(announcements.nextRevision(), status));
    }

    void noted(Note note) {
        Notice.Level level = note.level() == Note.Level.INFO ? Notice.Level.INFO : Notice.Level.WARNING;
        announcements.log(level, Optional.of(note.host()), note.text());
    }
}
