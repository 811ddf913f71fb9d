package dev.rwtui.ssh.model;

import dev.rwtui.base.HostAlias;

/**
 * Why something with a host did not work, ready to be read by a person: what failed, on which hop, why, what to do.
 *
 * @param hop the hop that failed, which may be a gateway of the host that was asked for
 * @param why the cause in the server's or the system's own words, one line, unsanitised
 * @param advice what to do next, one sentence; empty where there is nothing sensible to say
 */
public record Failure(Kind kind, HostAlias hop, String why, String advice) {

    /** {@code direwolf: connection refused}. */
    public String summary() {
        return hop + ": " + why;
    }

    /** At the grain of what rwtui does about it. */
    public enum Kind {
        UNKNOWN_NAME(Reaction.RETRY),
        /** Nothing answers: no route, refused, timed out. */
        UNREACHABLE(Reaction.RETRY),
        /** The gateway would not open the channel to the next hop. */
        GATEWAY_REFUSED(Reaction.RETRY),
        /** The server would not run a command. */
        CHANNEL_REFUSED(Reaction.HALT),
        /** A session that was up has died. */
        LOST(Reaction.RETRY),
        /** The peer does not speak SSH, or no algorithm is common to both. */
        PROTOCOL(Reaction.HALT),
        HOST_KEY_UNKNOWN(Reaction.HALT),
        HOST_KEY_CHANGED(Reaction.HALT),
        HOST_KEY_REVOKED(Reaction.HALT),
        AUTHENTICATION_REFUSED(Reaction.HALT),
        /** A question that nobody could answer: a background attempt never asks. */
        ANSWER_NEEDED(Reaction.HALT),
        /** The user's own wish. */
        CANCELLED(Reaction.HALT),
        CONFIGURATION(Reaction.HALT),
        BUG(Reaction.HALT);

        private final Reaction reaction;

        Kind(Reaction reaction) {
            this.reaction = reaction;
        }

        /** True for what can heal by itself; everything else waits for a person. */
        public boolean healsByItself() {
            return reaction == Reaction.RETRY;
        }

        private enum Reaction {
            RETRY,
            HALT
        }
    }
}
