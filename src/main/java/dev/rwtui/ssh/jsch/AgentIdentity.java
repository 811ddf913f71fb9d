package dev.rwtui.ssh.jsch;

import dev.rwtui.ssh.Connector.Attempt;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A key that the ssh-agent holds. */
final class AgentIdentity extends SigningIdentity {

    private static final int RSA_SHA2_256 = 2;
    private static final int RSA_SHA2_512 = 4;

    private final AgentClient agent;
    private final AgentClient.Key key;
    private final Attempt attempt;

    AgentIdentity(AgentClient agent, AgentClient.Key key, Attempt attempt) {
        super(key.blob(), key.comment());
        this.agent = agent;
        this.key = key;
        this.attempt = attempt;
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data, String algorithm) {
        try {
            return agent.sign(key.blob(), data, flags(algorithm));
        } catch (IOException e) {
            attempt.note("ssh-agent did not sign with " + key.comment() + ": " + e.getMessage());
            return null;
        }
    }

    private static int flags(String algorithm) {
        return switch (algorithm) {
            case "rsa-sha2-256", "rsa-sha2-256-cert-v01@openssh.com" -> RSA_SHA2_256;
            case "rsa-sha2-512", "rsa-sha2-512-cert-v01@openssh.com" -> RSA_SHA2_512;
            default -> 0;
        };
    }
}
