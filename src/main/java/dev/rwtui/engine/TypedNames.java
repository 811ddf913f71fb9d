package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Link;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that a person has typed in this run, each once, in that order. On the engine's thread alone. */
final class TypedNames {

    private final Set<HostAlias> names = new LinkedHashSet<>();
    private final Set<HostAlias> wereUp = new HashSet<>();

    List<HostAlias> all() {
        return List.copyOf(names);
    }

    void add(HostAlias name) {
        names.add(name);
    }

    /** It has led somewhere: it is no typing error. */
    void wasUp(HostAlias name) {
        if (names.contains(name)) {
            wereUp.add(name);
        }
    }

    /**
     * A person has disconnected this host; forgets the name where that can only mean to be rid of it.
     *
     * @param before the link until then
     * @return whether there was such a name to forget
     */
    boolean disconnected(HostAlias name, Link before) {
        boolean ridding = !wereUp.contains(name) || before instanceof Link.Idle || before instanceof Link.Failed;
        if (ridding) {
            wereUp.remove(name);
        }
        return ridding && names.remove(name);
    }
}
