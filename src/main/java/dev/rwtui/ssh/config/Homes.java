package dev.rwtui.ssh.config;

import java.util.Optional;

/** Replaces a leading {@code ~} or {@code ~user} by a home directory, as the password database knows it. */
final class Homes {

    private final ConfigFiles files;

    Homes(ConfigFiles files) {
        this.files = files;
    }

    Parsed<String> replaceTilde(String path) {
        if (!path.startsWith("~")) {
            return Parsed.of(path);
        }
        int slash = path.indexOf('/') < 0 ? path.length() : path.indexOf('/');
        String user = path.substring(1, slash);
        Optional<String> home =
                user.isEmpty() ? Optional.of(files.surroundings().home()) : files.homeOf(user);
        String rest = path.substring(slash).replaceFirst("^/+", "");
        return home.map(directory -> Parsed.of(directory + (directory.endsWith("/") ? "" : "/") + rest))
                .orElseGet(() -> Parsed.bad("No such user " + user));
    }
}
