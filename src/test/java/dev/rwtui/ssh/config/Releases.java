package dev.rwtui.ssh.config;

import java.util.Optional;

/**
 * A range of OpenSSH releases, written {@code since 9.9}, {@code before 10.0} or both.
 *
 * @param since the first one of it; empty for all up to the end
 * @param before the first one after it; empty where it goes on
 */
record Releases(Optional<Release> since, Optional<Release> before) {

    static final Releases ALL = new Releases(Optional.empty(), Optional.empty());

    record Release(int major, int minor) {

        /** @param text {@code 9.9} */
        static Release parse(String text) {
            String[] parts = text.strip().split("\\.");
            return new Release(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean isReachedBy(OpenSsh ssh) {
            return ssh.isAtLeast(major, minor);
        }
    }

    Releases from(String release) {
        return new Releases(Optional.of(Release.parse(release)), before);
    }

    Releases until(String release) {
        return new Releases(since, Optional.of(Release.parse(release)));
    }

    boolean include(OpenSsh ssh) {
        return since.map(release -> release.isReachedBy(ssh)).orElse(true)
                && before.map(release -> !release.isReachedBy(ssh)).orElse(true);
    }
}
