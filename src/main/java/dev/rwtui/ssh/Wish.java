package dev.rwtui.ssh;

import dev.rwtui.ssh.model.Link;

/** What a host that is wanted has come to. */
sealed interface Wish {

    record Planning(long plan, Caller caller) implements Wish {}

    /**
     * It goes by this way.
     *
     * @param route what the configuration said when it was planned
     * @param replan the plan of another way that is being made; 0 for none
     */
    record Planned(Node target, Route route, long replan) implements Wish {

        Planned replanning(long plan) {
            return new Planned(target, route, plan);
        }
    }

    record Unplannable(Link.Failed link) implements Wish {}
}
