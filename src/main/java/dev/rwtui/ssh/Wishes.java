package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which hosts are wanted. On the engine's thread alone. */
final class Wishes {

    private final Map<HostAlias, Wish> wishes = new LinkedHashMap<>();

    Set<HostAlias> hosts() {
        return new LinkedHashSet<>(wishes.keySet());
    }

    Optional<Wish> of(HostAlias host) {
        return Optional.ofNullable(wishes.get(host));
    }

    Optional<Wish.Planned> planned(HostAlias host) {
        return wishes.get(host) instanceof Wish.Planned planned ? Optional.of(planned) : Optional.empty();
    }

    /** The wish whose first way is being planned by this plan, where it still is. */
    Optional<Wish.Planning> planning(HostAlias host, long plan) {
        return wishes.get(host) instanceof Wish.Planning wish && wish.plan() == plan
                ? Optional.of(wish)
                : Optional.empty();
    }

    /** The wish for which another way is being planned by this plan, where it still is. */
    Optional<Wish.Planned> replanning(HostAlias host, long plan) {
        return planned(host).filter(wish -> wish.replan() == plan);
    }

    void put(HostAlias host, Wish wish) {
        wishes.put(host, wish);
    }

    /** Nobody wants it any more; what it went by is let go. */
    void forget(HostAlias host) {
        if (wishes.remove(host) instanceof Wish.Planned planned) {
            planned.target().release(host);
        }
    }

    /** As {@link #forget}, where its node is closed by whoever calls. */
    void drop(HostAlias host) {
        wishes.remove(host);
    }
}
