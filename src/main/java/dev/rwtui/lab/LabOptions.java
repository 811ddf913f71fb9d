package dev.rwtui.lab;

import java.util.concurrent.ThreadFactory;

/**
 * How a lab is started.
 *
 * @param threads makes every thread of the lab but those inside the JDK; all of them end with the lab
 * @param localPorts what the configuration forwards from
 */
public record LabOptions(ThreadFactory threads, LocalPorts localPorts) {

    /** The local ports of the {@code LocalForward} lines. */
    public enum LocalPorts {
        /** 6006 and 8888, or others, with a note, where these are taken. */
        USUAL,
        /** Whatever is free: for tests, which run side by side. */
        ANY_FREE
    }
}
