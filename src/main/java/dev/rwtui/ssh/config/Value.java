package dev.rwtui.ssh.config;

/** A resolved value with its origin. */
public record Value<T>(T value, Origin origin) {

    public boolean isDefault() {
        return origin instanceof Origin.Default;
    }
}
