package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/**
 * How one host proves which it is.
 *
 * @param userFiles known_hosts files, the first of which new keys go to
 * @param globalFiles known_hosts files of the system
 * @param alias the name that its key is recorded by, in place of its own
 * @param hashesNames whether names are hashed where keys are recorded
 * @param checksAddress whether its key is also to be that of the address which the name led to
 * @param revokedKeys a file of keys, and of authorities' keys, that are not to be trusted
 * @param algorithms which keys, and which signatures of them, it may prove itself with
 */
public record HostKeySettings(
        Value<List<String>> userFiles,
        Value<List<String>> globalFiles,
        Value<HostKeyChecking> checking,
        Value<Optional<String>> alias,
        Value<Boolean> hashesNames,
        Value<Boolean> checksAddress,
        Value<Optional<String>> revokedKeys,
        Value<AlgorithmList> algorithms) {}
