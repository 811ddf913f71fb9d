package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.InstalledPackage.Manager;
import dev.rwtui.python.model.Requirement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of a conda package says: channel, platform, name, version and build. */
record CondaUrl(String channel, String name, String version, String build) {

    private static final Pattern FORM =
            Pattern.compile("(\\S+)/[a-z0-9_-]+/([^/]+)-([^/-]+)-([^/-]+)\\.(?:conda|tar\\.bz2)(?:[#?].*)?");

    /** What may stand before the host and lets somebody in: it is never kept. */
    private static final Pattern SECRET = Pattern.compile("(?<=://)[^/@]*@|/t/[^/]+(?=/)");

    static Optional<CondaUrl> parse(String url) {
        Matcher m = FORM.matcher(url.strip());
        return m.matches()
                ? Optional.of(
                        new CondaUrl(SECRET.matcher(m.group(1)).replaceAll(""), m.group(2), m.group(3), m.group(4)))
                : Optional.empty();
    }

    Exact constraint() {
        return new Exact(version, Manager.CONDA, Optional.of(build), Optional.of(channel), Optional.empty());
    }

    Requirement requirement(int line) {
        return Requirement.of(name, constraint(), line);
    }
}
