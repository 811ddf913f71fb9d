package dev.rwtui.engine;

import dev.rwtui.ssh.config.Watched;

/** Tells when the files of the configuration change. */
public interface ConfigurationWatch {

    /**
     * From now on watches what a reading depends on, in place of what was watched before; what has changed since that
     * reading is told as well. Returns soon; looks at the disk on threads of its own.
     *
     * @param changed told once, on any thread, when something differs from {@code watched}: the caller reads again and
     *     watches what it then finds
     */
    void watch(Watched watched, Runnable changed);
}
