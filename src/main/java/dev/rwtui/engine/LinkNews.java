package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.LinkListener;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.tunnel.Absence;
import dev.rwtui.tunnel.Tunnels;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What links tell, and what it means for tunnels. On the engine's thread alone. */
final class LinkNews implements LinkListener {

    private final Announcements announcements;
    private final CurrentConfiguration configuration;
    private final SettingsDrift drift;
    private final Tunnels tunnels;
    private final Commands commands;
    private final Features features;
    private final Set<HostAlias> wereUp = new HashSet<>();

    LinkNews(
            Announcements announcements,
            CurrentConfiguration configuration,
            SettingsDrift drift,
            Tunnels tunnels,
            Commands commands,
            Features features) {
        this.announcements = announcements;
        this.configuration = configuration;
        this.drift = drift;
        this.tunnels = tunnels;
        this.commands = commands;
        this.features = features;
    }

    @Override
    public void linkChanged(HostAlias host, Link link) {
        announcements.publish(new Notice.LinkChanged(host, announcements.nextRevision(), link));
        drift.linkChanged(host);
        if (link instanceof Link.Connecting) {
            tunnels.sessionAway(host, Absence.RETRYING, "connecting");
        } else if (link instanceof Link.Retrying retrying) {
            log(Notice.Level.WARNING, host, cause(host, retrying.cause()) + "; trying again");
            tunnels.sessionAway(host, Absence.RETRYING, retrying.cause().summary());
            commands.failed(host, retrying.cause());
        } else if (link instanceof Link.Failed failed) {
            log(Notice.Level.ERROR, host, words(host, failed.cause()));
            failed(host, failed.cause());
            commands.failed(host, failed.cause());
        } else if (link instanceof Link.Idle) {
            wereUp.remove(host);
            tunnels.closeAll(host);
            commands.failed(host, new Failure(Failure.Kind.CANCELLED, host, "disconnected", ""));
        }
    }

    /** Listeners of a link that never came up go; those of one that did wait for the person who will mend it. */
    private void failed(HostAlias host, Failure cause) {
        if (wereUp.contains(host)) {
            tunnels.sessionAway(host, Absence.FAILED, cause.summary());
        } else {
            tunnels.closeAll(host);
        }
    }

    @Override
    public void planned(HostAlias host) {
        drift.planned(host);
    }

    @Override
    public void notReplanned(HostAlias host, Failure why) {
        log(Notice.Level.ERROR, host, "not reconnected, its session stays: " + words(host, why));
        drift.notReplanned(host, why);
    }

    @Override
    public void sessionUp(HostAlias host, SshSession session) {
        wereUp.add(host);
        configuration.wasUp(host);
        tunnels.sessionUp(host, session);
        commands.sessionUp(host, session);
        features.sessionUp(host);
    }

    @Override
    public void sessionLost(HostAlias host) {
        tunnels.sessionAway(host, Absence.RETRYING, "the session is gone");
        commands.sessionLost(host);
        features.sessionLost(host);
    }

    @Override
    public void note(Optional<HostAlias> host, String line) {
        announcements.log(Notice.Level.INFO, host, line);
    }

    private void log(Notice.Level level, HostAlias host, String text) {
        announcements.log(level, Optional.of(host), text);
    }

    private static String words(HostAlias host, Failure failure) {
        return failure.advice().isEmpty() ? cause(host, failure) : cause(host, failure) + ". " + failure.advice();
    }

    /** The hop is named where it is not the host itself, which the log names anyway. */
    private static String cause(HostAlias host, Failure failure) {
        return failure.hop().equals(host) ? failure.why() : failure.summary();
    }
}
