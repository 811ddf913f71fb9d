package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncPlan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a work tree is to become.
 *
 * @param commit empty for a branch without one
 * @param follows where it is from, for a person
 * @param restored the backups that are laid over it, the newest first; none where it is the commit alone
 */
record Goal(Optional<String> commit, String follows, List<Kept> restored) {

    /**
     * A backup, whole.
     *
     * @param raw what it holds, by path
     * @param missing what was set aside, and has been brought back since
     */
    record Kept(String id, String commit, About about, Map<String, TreeEntry> raw, Map<String, About.Aside> missing) {}

    static Goal of(String commit, String follows) {
        return new Goal(Optional.of(commit), follows, List.of());
    }

    /** @param chain the newest first, then the one that it continues, and so on */
    static Goal restoring(List<Kept> chain) {
        Kept oldest = chain.get(chain.size() - 1);
        return new Goal(oldest.about().before(), "the backup " + oldest.id(), List.copyOf(chain));
    }

    SyncPlan.Occasion occasion() {
        return restored.isEmpty() ? SyncPlan.Occasion.SYNC : SyncPlan.Occasion.UNDO;
    }

    /** What the older says of a path counts. */
    Map<String, TreeEntry> raw() {
        Map<String, TreeEntry> all = new LinkedHashMap<>();
        restored.forEach(kept -> {
            kept.about().gone().forEach(all::remove);
            kept.about().created().forEach(all::remove);
            kept.about().asides().keySet().forEach(all::remove);
            all.putAll(kept.raw());
        });
        return all;
    }

    Set<String> setAside() {
        Set<String> all = new LinkedHashSet<>();
        restored.forEach(kept -> {
            kept.about().gone().forEach(all::remove);
            kept.about().created().forEach(all::remove);
            kept.raw().keySet().forEach(all::remove);
            all.addAll(kept.about().asides().keySet());
        });
        return all;
    }

    Set<String> gone() {
        Set<String> all = new LinkedHashSet<>();
        Set<String> later = new HashSet<>();
        restored.forEach(kept -> {
            kept.raw().keySet().forEach(all::remove);
            kept.about().asides().keySet().forEach(all::remove);
            all.addAll(kept.about().gone());
            kept.about().created().stream().filter(later::contains).forEach(all::add);
            later.addAll(kept.raw().keySet());
            later.addAll(kept.about().asides().keySet());
        });
        return all;
    }
}
