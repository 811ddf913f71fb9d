package dev.rwtui.ssh;

import java.util.Optional;

/**
 * On whose behalf an attempt is made.
 *
 * @param prompting whether a person waits for it
 * @param agentSocket {@code SSH_AUTH_SOCK} of the client
 * @param occasion what made it happen
 */
public record Caller(Connector.Prompting prompting, Optional<String> agentSocket, Occasion occasion) {

    /** What makes an attempt happen. */
    public enum Occasion {
        /** Somebody asked for it now. */
        REQUEST,
        /** rwtui's own persistence. */
        RETRY
    }

    /** The same client's retry, which never asks. */
    Caller inBackground() {
        return new Caller(Connector.Prompting.REFUSED, agentSocket, Occasion.RETRY);
    }

    boolean attended() {
        return prompting == Connector.Prompting.ALLOWED;
    }

    boolean requested() {
        return occasion == Occasion.REQUEST;
    }
}
