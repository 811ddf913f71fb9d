package dev.rwtui.ssh.hostkey;

import dev.rwtui.ssh.config.HostKeyChecking;

/** What to do about a host key. Stricter than {@code ssh} in one point: a changed key is refused always. */
public enum HostKeyPolicy {
    ACCEPT,
    ASK,
    ACCEPT_AND_RECORD,
    REFUSE_UNKNOWN,
    REFUSE_CHANGED,
    REFUSE_REVOKED;

    /** Whether a person can be asked. */
    public enum Person {
        THERE,
        ABSENT
    }

    public static HostKeyPolicy decide(Verdict verdict, HostKeyChecking checking, Person person) {
        if (verdict instanceof Verdict.Known) {
            return ACCEPT;
        }
        if (verdict instanceof Verdict.Changed) {
            return REFUSE_CHANGED;
        }
        if (verdict instanceof Verdict.Revoked) {
            return REFUSE_REVOKED;
        }
        return switch (checking) {
            case YES -> REFUSE_UNKNOWN;
            case ACCEPT_NEW, NO -> ACCEPT_AND_RECORD;
            case ASK -> person == Person.THERE ? ASK : REFUSE_UNKNOWN;
        };
    }
}
