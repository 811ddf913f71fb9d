package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/**
 * How one host proves which it is.
 *
 * @param userFiles known_hosts files, the first of which new keys go to
 * @param globalFiles known_hosts files of the system
 * @param alias the name that its key is recorded by, in place of its own
 * @param algorithms which keys, and which signatures of them, it may prove itself with
 */
public record HostKeySettings(
        Value<List<String>> userFiles,
        Value<List<String>> globalFiles,
        Value<HostKeyChecking> checking,
        Value<Optional<String>> alias,
        Value<AlgorithmList> algorithms) {}
