package dev.rwtui.repo.model;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as git takes it apart: with a scheme, or {@code user@host:path}, or a path; git-fetch(1), GIT URLS.
 *
 * @param scheme in lower case; empty for a path
 * @param host without brackets; empty for a path
 * @param path as written
 * @param shown all of it without user and password
 */
record Url(Optional<String> scheme, String host, Optional<Integer> port, String path, String shown) {

    private static final Set<String> SSH = Set.of("ssh", "git+ssh", "ssh+git");

    private static final Pattern LOGIN = Pattern.compile("\\[?([^/:@\\[]+)@");

    private static final Pattern WITH_SCHEME = Pattern.compile(
            "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<user>[^/]*@)?(?<host>\\[[^]/]*]|[^/:]*)(?::(?<port>[0-9]*))?"
                    + "(?<path>/.*)?",
            Pattern.DOTALL);

    /** {@code [user@]host:path}, {@code user@[host]:path} and {@code [user@host:port]:path}. */
    private static final Pattern LIKE_SCP = Pattern.compile(
            "(?<user>[^/:\\[]*@)?(?:\\[(?<inner>[^]/]*)]|(?<host>[^/:\\[]+)):(?<path>.*)", Pattern.DOTALL);

    /** {@code helper::address}; gitremote-helpers(7). */
    private static final Pattern HELPER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+.-]*::");

    /** User and password; where there is a slash in the password, too, which is no URL, but is typed. */
    private static final Pattern USER = Pattern.compile("://(?:[^/]*@|[^/:]*:(?![0-9]+/).*@)", Pattern.DOTALL);

    /** What a server may take for a password as well: {@code ?private_token=...}. */
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    /** {@code user:password@host:path}, which is no URL either. */
    private static final Pattern PASSWORD = Pattern.compile("^[^/]*@(?=[^/]+:)");

    static Url of(String url) {
        Matcher full = WITH_SCHEME.matcher(url);
        if (full.matches()) {
            String scheme = full.group("scheme").toLowerCase(Locale.ROOT);
            boolean queried = scheme.startsWith("http");
            String plain = queried ? QUERY.matcher(url).replaceFirst("") : url;
            String written = Optional.ofNullable(full.group("path")).orElse("");
            String path = queried ? QUERY.matcher(written).replaceFirst("") : written;
            return new Url(
                    Optional.of(scheme), bare(full.group("host")), port(full.group("port")), path, hidden(plain));
        }
        Matcher scp = LIKE_SCP.matcher(url);
        if (url.contains("://") || HELPER.matcher(url).lookingAt()) {
            return new Url(Optional.of("?"), "", Optional.empty(), url, hidden(url));
        }
        return scp.matches() ? likeScp(scp) : new Url(Optional.empty(), "", Optional.empty(), url, url);
    }

    /** What is {@link #shown}, with the user where that is an account of ssh; elsewhere a user may be a token. */
    static String withoutPassword(String url) {
        Url parts = of(url);
        if (parts.scheme.filter(SSH::contains).isEmpty()) {
            return parts.shown;
        }
        String user = user(url).replaceFirst(":.*", "");
        if (user.isEmpty()) {
            return parts.shown;
        }
        if (parts.isEscaped()) {
            return parts.shown.replaceFirst("://", Matcher.quoteReplacement("://" + user + "@"));
        }
        boolean bracketed = parts.port.isPresent();
        return bracketed ? "[" + user + "@" + parts.shown.substring(1) : user + "@" + parts.shown;
    }

    /** With its password; empty where there is none. */
    private static String user(String url) {
        Matcher full = WITH_SCHEME.matcher(url);
        if (full.matches()) {
            String user = Optional.ofNullable(full.group("user")).orElse("");
            return user.substring(0, Math.max(0, user.length() - 1));
        }
        // As in user@host:path, user@[host]:path and [user@host:port]:path.
        Matcher scp = LOGIN.matcher(url);
        return scp.lookingAt() ? scp.group(1) : "";
    }

    /** Whether {@code %20} is a space in its path. */
    boolean isEscaped() {
        return shown.contains("://");
    }

    /** With what {@code %} stands for in its place; a {@code %} that stands for nothing stays. */
    static String unescaped(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            bytes[length++] = low < 0 ? bytes[i] : (byte) (high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static Url likeScp(Matcher scp) {
        String host = Optional.ofNullable(scp.group("inner")).orElseGet(() -> scp.group("host"));
        host = host.substring(host.lastIndexOf('@') + 1);
        // In brackets, one colon comes before a port and several are an address.
        int colon = host.indexOf(':');
        Optional<Integer> port = Optional.empty();
        if (colon >= 0 && colon == host.lastIndexOf(':')) {
            port = port(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        String path = PASSWORD.matcher(scp.group("path")).replaceFirst("");
        String shown = (host.indexOf(':') >= 0 || port.isPresent()
                        ? "[" + host + port.map(number -> ":" + number).orElse("") + "]"
                        : host)
                + ":" + path;
        return new Url(Optional.of("ssh"), host, port, path, shown);
    }

    private static String hidden(String url) {
        return USER.matcher(url).replaceAll("://");
    }

    private static String bare(String host) {
        return host.length() > 1 && host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static Optional<Integer> port(String digits) {
        return Optional.ofNullable(digits)
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf);
    }
}
