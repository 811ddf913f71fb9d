package dev.rwtui.ssh.hostkey;

/** What the known_hosts files say about a key that a server offers. */
public sealed interface Verdict {

    record Known(KnownHostsLine line) implements Verdict {}

    /** No entry is about this host. */
    record Unknown() implements Verdict {}

    /** Entries are about this host, and none has this key. */
    record Changed(KnownHostsLine line) implements Verdict {}

    record Revoked(KnownHostsLine line) implements Verdict {}
}
