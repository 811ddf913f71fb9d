package dev.rwtui.repo.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a URL of git names, however it is written: by ssh, https or git, with a user or without. Tells no user and no
 * password. Known forges take a path in any case and have several hosts for one. Where a host is an alias of ssh_config, it
 * is that alias; a path in a home ({@code host:code/x}, {@code ssh://host/~/code/x}) counts as one from the root, as on
 * every forge, so users whose homes have equal paths are one.
 *
 * @param kind how it is reached; the same repository is often reached by several
 * @param host in lower case, with forges' other names replaced; empty for a path on this machine
 * @param port empty where it is the usual one
 * @param path without slashes around it and without {@code .git}
 */
public record Origin(Kind kind, String host, Optional<Integer> port, String path) {

    /** How a URL reaches what it names. Ports tell servers apart only within one of them. */
    public enum Kind {
        SSH(22),
        HTTP(443),
        GIT(9418),
        /** A path on this machine, or a relative one. */
        LOCAL(0),
        /** In no form that is known; compared letter by letter. */
        OTHER(0);

        private final int port;

        Kind(int port) {
            this.port = port;
        }
    }

    private static final Map<String, Kind> SCHEMES = Map.of(
            "ssh", Kind.SSH,
            "git+ssh", Kind.SSH,
            "ssh+git", Kind.SSH,
            "http", Kind.HTTP,
            "https", Kind.HTTP,
            "git", Kind.GIT,
            "file", Kind.LOCAL);

    /** Other names of forges, some of them for networks that let only port 443 through. */
    private static final Map<String, String> ALSO_CALLED = Map.of(
            "ssh.github.com", "github.com",
            "www.github.com", "github.com",
            "altssh.gitlab.com", "gitlab.com",
            "www.gitlab.com", "gitlab.com",
            "altssh.bitbucket.org", "bitbucket.org",
            "www.bitbucket.org", "bitbucket.org",
            "ssh.dev.azure.com", Azure.HOST,
            "vs-ssh.visualstudio.com", Azure.HOST);

    private static final Set<String> ANY_CASE =
            Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", Azure.HOST);

    /** Never fails: what is in no known form is an origin that equals only itself. */
    public static Origin of(String url) {
        Url parts = Url.of(url.strip());
        Optional<Kind> kind = parts.scheme().map(scheme -> SCHEMES.getOrDefault(scheme, Kind.OTHER));
        if (kind.isEmpty()) {
            return new Origin(Kind.LOCAL, "", Optional.empty(), tidy(parts.path()));
        }
        return switch (kind.get()) {
            case OTHER -> new Origin(Kind.OTHER, "", Optional.empty(), parts.shown());
            case LOCAL -> local(parts);
            case SSH, HTTP, GIT -> elsewhere(kind.get(), parts);
        };
    }

    /** Whether two URLs name one repository. */
    public static boolean same(String one, String other) {
        return of(one).isSame(of(other));
    }

    /** Whether this and another are one repository: the same host and path, and no two ports for one way to get there. */
    public boolean isSame(Origin other) {
        boolean onHosts = !host.isEmpty() && !other.host.isEmpty();
        return host.equals(other.host)
                && path.equals(other.path)
                && (onHosts || kind == other.kind)
                && (kind != other.kind || port.equals(other.port));
    }

    /** A URL without user and password. */
    public static String shown(String url) {
        return Url.of(url.strip()).shown();
    }

    /** A URL for another machine to fetch from: without a password, and with the user that ssh logs in as. */
    public static String withoutPassword(String url) {
        return Url.withoutPassword(url.strip());
    }

    /** {@code host/path}: what a person knows it by. */
    @Override
    public String toString() {
        return host.isEmpty() ? path : host + port.map(number -> ":" + number).orElse("") + "/" + path;
    }

    private static Origin local(Url url) {
        String path = tidy(Url.unescaped(url.path()));
        boolean here = url.host().isEmpty() || url.host().equalsIgnoreCase("localhost");
        return here
                ? new Origin(Kind.LOCAL, "", Optional.empty(), path)
                : new Origin(Kind.LOCAL, url.host().toLowerCase(Locale.ROOT), Optional.empty(), path);
    }

    private static Origin elsewhere(Kind kind, Url url) {
        String written = url.host().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        String host = ALSO_CALLED.getOrDefault(written, written);
        String path = tidy(url.isEscaped() || Azure.isHost(host) ? Url.unescaped(url.path()) : url.path());
        path = path.replaceFirst("^/", "").replaceFirst("^~/", "");
        if (Azure.isHost(host)) {
            path = Azure.path(host, path);
            host = Azure.HOST;
        }
        boolean forge = ANY_CASE.contains(host);
        int usual = url.scheme().equals(Optional.of("http")) ? 80 : kind.port;
        Optional<Integer> port = url.port().filter(number -> !forge && number != usual);
        return new Origin(kind, host, port, forge ? path.toLowerCase(Locale.ROOT) : path);
    }

    /** Without doubled slashes, slashes at the end, {@code .git}, and steps in place. A path from the root keeps its slash. */
    private static String tidy(String path) {
        String parts = Stream.of(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
        String tidy = (path.startsWith("/") ? "/" : "") + parts;
        if (tidy.endsWith("/.git")) {
            return tidy.substring(0, tidy.length() - "/.git".length());
        }
        return tidy.endsWith(".git") ? tidy.substring(0, tidy.length() - ".git".length()) : tidy;
    }
}
