package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Map;

/**
 * What a reading of the configuration depends on, as it was then: where any of it differs, the configuration may.
 *
 * @param stamps by path, of every file that was looked for: changes with its content, {@link ConfigFiles#stamp}
 * @param globs the paths that each pattern of an {@code Include} matched, by absolute pattern
 */
public record Watched(Map<String, String> stamps, Map<String, List<String>> globs) {

    public static final Watched NOTHING = new Watched(Map.of(), Map.of());

    public Watched {
        stamps = Map.copyOf(stamps);
        globs = Map.copyOf(globs);
    }
}
