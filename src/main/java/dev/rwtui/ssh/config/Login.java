package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/**
 * How a user proves who they are to one host: RFC 4252.
 *
 * @param identityFiles absolute paths in order; the default identities where none is configured; may not exist
 * @param certificateFiles absolute paths in order, as configured; may not exist
 * @param identitiesOnly whether the agent offers only keys that are named by files
 * @param identityAgent path of the agent's socket; empty by default, which stands for the environment's agent; empty with
 *     any other origin means that no agent shall be asked
 * @param publicKeyAlgorithms which signatures may be made
 * @param methods RFC 4252 names in the order in which they are to be tried; those that are switched off are left out
 * @param prompts how often a password, or a passphrase, is asked for
 * @param batchMode whether nobody may be asked
 */
public record Login(
        Value<List<String>> identityFiles,
        Value<List<String>> certificateFiles,
        Value<Boolean> identitiesOnly,
        Value<Optional<String>> identityAgent,
        Value<AlgorithmList> publicKeyAlgorithms,
        Value<List<String>> methods,
        Value<Integer> prompts,
        Value<Boolean> batchMode) {

    public static final String PUBLIC_KEY = "publickey";
    public static final String KEYBOARD_INTERACTIVE = "keyboard-interactive";
    public static final String PASSWORD = "password";

    /**
     * The agent's socket; empty where no agent shall be asked, or there is none.
     *
     * @param own {@code SSH_AUTH_SOCK} of whoever logs in
     */
    public Optional<String> agent(Optional<String> own) {
        return identityAgent.isDefault() ? own : identityAgent.value();
    }
}
