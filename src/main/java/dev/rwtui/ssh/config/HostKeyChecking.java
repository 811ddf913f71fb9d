package dev.rwtui.ssh.config;

/** {@code StrictHostKeyChecking} of ssh_config(5). */
public enum HostKeyChecking {
    YES,
    ACCEPT_NEW,
    ASK,
    NO
}
