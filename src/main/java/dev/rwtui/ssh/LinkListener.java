package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Link;
import java.util.Optional;

/** What {@link Links} tells, on the engine's thread. */
public interface LinkListener {

    /** The link of a host took another state. */
    void linkChanged(HostAlias host, Link link);

    /** The way to a host was planned, or planned anew: it is connected by this one from now on. */
    void planned(HostAlias host);

    /** No other way could be planned; the host goes on by the one that it has. */
    void notReplanned(HostAlias host, Failure why);

    /** A host's session came up. */
    void sessionUp(HostAlias host, SshSession session);

    /** A host's session is gone; its link tells why and what comes next. */
    void sessionLost(HostAlias host);

    /** One line for the log of what rwtui did. */
    void note(Optional<HostAlias> host, String line);
}
