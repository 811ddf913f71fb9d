package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was told of links and sessions, and tells what has become of them once a change is complete: nobody sees the states
 * in between. On the engine's thread alone.
 */
final class LinkBoard {

    private final NodePool pool;
    private final Wishes wishes;
    private final LinkListener listener;
    private final Runnable afterwards;
    private final Map<HostAlias, Link> published = new LinkedHashMap<>();
    private final Map<HostAlias, SshSession> sessions = new LinkedHashMap<>();
    private int quiet;
    private boolean stale;

    /** @param afterwards runs whenever all was told */
    LinkBoard(NodePool pool, Wishes wishes, LinkListener listener, Runnable afterwards) {
        this.pool = pool;
        this.wishes = wishes;
        this.listener = listener;
        this.afterwards = afterwards;
    }

    Link link(HostAlias host) {
        return published.getOrDefault(host, new Link.Idle());
    }

    Map<HostAlias, Link> links() {
        return new LinkedHashMap<>(published);
    }

    List<HostAlias> connected() {
        return new ArrayList<>(sessions.keySet());
    }

    /** Runs a change, then tells what came of it. */
    void settle(Runnable change) {
        quiet++;
        try {
            change.run();
        } finally {
            quiet--;
        }
        publish();
    }

    void publish() {
        if (quiet > 0) {
            stale = true;
            return;
        }
        do {
            stale = false;
            quiet++;
            try {
                publishAll();
            } finally {
                quiet--;
            }
        } while (stale);
        afterwards.run();
    }

    private void publishAll() {
        Map<HostAlias, Link> links = new LinkedHashMap<>();
        known().forEach(host -> links.put(host, linkOf(host)));
        known().forEach(this::publishSession);
        links.forEach(this::publishLink);
        pool.dropIdle();
    }

    private Set<HostAlias> known() {
        Set<HostAlias> known = new LinkedHashSet<>(published.keySet());
        known.addAll(wishes.hosts());
        pool.all().forEach(node -> known.add(node.alias()));
        return known;
    }

    private void publishLink(HostAlias host, Link link) {
        if (!link.equals(published.put(host, link))) {
            listener.linkChanged(host, link);
        }
        if (link instanceof Link.Idle) {
            published.remove(host);
        }
    }

    private void publishSession(HostAlias host) {
        Optional<SshSession> now = sessionOf(host);
        SshSession before = sessions.get(host);
        if (before != null && !now.equals(Optional.of(before))) {
            sessions.remove(host);
            listener.sessionLost(host);
        }
        if (now.isPresent() && now.get() != before) {
            sessions.put(host, now.get());
            listener.sessionUp(host, now.get());
        }
    }

    private Optional<SshSession> sessionOf(HostAlias host) {
        return wishes.planned(host)
                .flatMap(planned -> planned.target().state() instanceof NodeState.Up up
                        ? Optional.of(up.session())
                        : Optional.empty());
    }

    private Link linkOf(HostAlias host) {
        return wishes.of(host)
                .map(wish -> linkOf(host, wish))
                .orElseGet(
                        () -> pool.named(host).findFirst().map(LinkOfNode::read).orElseGet(Link.Idle::new));
    }

    private static Link linkOf(HostAlias host, Wish wish) {
        if (wish instanceof Wish.Planned planned) {
            return LinkOfNode.read(planned.target());
        }
        return wish instanceof Wish.Unplannable unplannable
                ? unplannable.link()
                : new Link.Connecting(host, 1, 1, Step.RESOLVING);
    }
}
