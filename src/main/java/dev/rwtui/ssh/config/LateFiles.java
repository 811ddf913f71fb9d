package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.IncludePlace;
import dev.rwtui.ssh.config.ParsedFile.LateInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files whose names depend on the host that is looked up. Each is read once per reading of the configuration. */
final class LateFiles {

    private final Site site;
    private final Map<Wanted, Found> known = new ConcurrentHashMap<>();

    LateFiles(Site site) {
        this.site = site;
    }

    /** @param inclusions what it took of {@link ConfigReader#MAX_FILES} */
    record Found(Outline outline, Watched watched, int inclusions) {}

    private record Wanted(Origin.Line origin, List<String> paths, IncludePlace place) {}

    /** @param paths the arguments of the line, expanded */
    Found include(LateInclude line, List<String> paths) {
        return known.computeIfAbsent(new Wanted(line.origin(), List.copyOf(paths), line.place()), this::read);
    }

    private Found read(Wanted wanted) {
        ConfigReader reader = new ConfigReader(site);
        List<ParsedFile> files = reader.include(wanted.origin(), wanted.paths(), wanted.place());
        return new Found(Outline.of(files), reader.watched(), reader.inclusions());
    }

    /** What else the reading has come to depend on. */
    Watched alsoWatched(Watched others) {
        Map<String, String> stamps = new HashMap<>(others.stamps());
        Map<String, List<String>> globs = new HashMap<>(others.globs());
        known.values().forEach(found -> {
            found.watched().stamps().forEach(stamps::putIfAbsent);
            found.watched().globs().forEach(globs::putIfAbsent);
        });
        return new Watched(stamps, globs);
    }
}
