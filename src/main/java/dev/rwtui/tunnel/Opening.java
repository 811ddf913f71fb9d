package dev.rwtui.tunnel;

import dev.rwtui.ssh.ByteStream;
import dev.rwtui.ssh.ChannelRefusedException;
import dev.rwtui.ssh.model.Failure;

/** What came of asking a session for a channel. */
sealed interface Opening {

    record Opened(ByteStream stream) implements Opening {}

    /** The server would not: the session lives on. */
    record Refused(ChannelRefusedException.Reason reason, String words) implements Opening {}

    /** The session died, time ran out, or it was cancelled. */
    record Broken(Failure failure) implements Opening {}
}
