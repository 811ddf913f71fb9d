package dev.rwtui.repo;

import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.ConfigFile;
import dev.rwtui.settings.Surroundings;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a repository is a submodule, and of which; gitsubmodules(7). The index is not asked. */
final class Submodules {

    private final Discovery.Found found;
    private final Surroundings surroundings;

    Submodules(Discovery.Found found, Surroundings surroundings) {
        this.found = found;
        this.surroundings = surroundings;
    }

    /** The root of the repository around it, where that one keeps its git directory or names its place. */
    Optional<Path> parent() {
        Optional<Path> around = found.root().map(Path::getParent);
        if (around.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Discovery.Found> outer = new Discovery(around.get(), surroundings).upwards();
            return outer.isPresent() && has(outer.get()) ? outer.get().root() : Optional.empty();
        } catch (RepositoryException | ConfigException e) {
            // What is wrong with a repository around this one is no matter of this one's.
            return Optional.empty();
        }
    }

    private boolean has(Discovery.Found outer) throws ConfigException {
        Path inner = found.directory().path();
        return inner.startsWith(outer.directory().path().resolve("modules"))
                || inner.startsWith(outer.directory().common().resolve("modules"))
                || (outer.root().isPresent() && isListed(outer.root().get()));
    }

    private boolean isListed(Path root) throws ConfigException {
        String path = root.relativize(found.root().orElse(root)).toString();
        for (ConfigEntry entry :
                new ConfigFile(root.resolve(".gitmodules")).read().entries()) {
            boolean names = entry.subsectionOf("submodule").isPresent()
                    && entry.name().equals("path")
                    && entry.value().equals(Optional.of(path));
            if (names) {
                return true;
            }
        }
        return false;
    }
}
