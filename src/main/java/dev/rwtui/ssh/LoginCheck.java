package dev.rwtui.ssh;

import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.model.Remark;
import java.util.List;
import java.util.Optional;

/** Looks at what a login would use: the agent, identity files, certificates. Connects to nothing but the agent. */
public interface LoginCheck {

    /**
     * Blocks on the disk, and for a few seconds on an agent that does not answer.
     *
     * @param about the heading of the remarks
     * @param ownAgent {@code SSH_AUTH_SOCK} of whoever would log in
     */
    List<Remark> of(String about, ResolvedHost host, Optional<String> ownAgent);
}
