package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Link;
import java.util.Optional;

/** What {@link Links} tells, on the engine's thread. */
public interface LinkListener {

    /** The link of a host took another state. */
    void linkChanged(HostAlias host, Link link);

    /** A host's session came up. */
    void sessionUp(HostAlias host, SshSession session);

    /** A host's session is gone; its link tells why and what comes next. */
    void sessionLost(HostAlias host);

    /** One line for the log of what rwtui did. */
    void note(Optional<HostAlias> host, String line);
}
