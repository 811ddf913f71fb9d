package dev.rwtui.ssh.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How bytes get to one host: TCP and RFC 4253.
 *
 * @param addressFamily of the addresses that are tried
 * @param bindAddress a name or address of this machine that TCP connections begin at
 * @param connectTimeout of TCP and of the handshake; empty means the system's own patience
 * @param connectionAttempts how often TCP is tried, a second between two
 * @param compression whether it is asked for
 * @param aliveInterval zero is off; 15 s where nobody set it, which is rwtui's own default and not ssh's
 */
public record Transport(
        Value<AddressFamily> addressFamily,
        Value<Optional<String>> bindAddress,
        Value<Optional<Duration>> connectTimeout,
        Value<Integer> connectionAttempts,
        Value<Boolean> compression,
        Value<AlgorithmList> keyExchanges,
        Value<AlgorithmList> ciphers,
        Value<AlgorithmList> macs,
        Value<Duration> aliveInterval,
        Value<Integer> aliveCountMax) {}
