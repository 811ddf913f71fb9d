package dev.rwtui.ssh;

import dev.rwtui.ssh.model.Link;

/** What a host that is wanted has come to. */
sealed interface Wish {

    record Planning(long plan, Caller caller) implements Wish {}

    record Planned(Node target) implements Wish {}

    record Unplannable(Link.Failed link) implements Wish {}
}
