package dev.rwtui.ssh.config;

import java.util.Locale;

/** {@code AddressFamily} of ssh_config(5). */
public enum AddressFamily {
    ANY,
    INET,
    INET6;

    static AddressFamily of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "inet" -> INET;
            case "inet6" -> INET6;
            default -> ANY;
        };
    }
}
