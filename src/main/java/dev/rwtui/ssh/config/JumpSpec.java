package dev.rwtui.ssh.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One server of {@code ProxyJump}, or a destination of ssh(1): {@code [user@]host[:port]} or
 * {@code ssh://[user@]host[:port]}, an IPv6 address in brackets.
 */
record JumpSpec(Optional<String> user, String host, Optional<Integer> port) {

    private static final String SCHEME = "ssh://";

    /** A comma-separated chain, outermost first. */
    static Parsed<List<JumpSpec>> chain(String text, Numbers.Services services) {
        List<JumpSpec> jumps = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<JumpSpec> jump = parse(part, services);
            if (jump.isEmpty()) {
                return Parsed.bad("Invalid ProxyJump \"" + text + "\"");
            }
            jumps.add(jump.get());
        }
        return Parsed.of(jumps);
    }

    static Optional<JumpSpec> parse(String text, Numbers.Services services) {
        return text.startsWith(SCHEME) ? uri(text.substring(SCHEME.length()), services) : plain(text, services);
    }

    private static Optional<JumpSpec> plain(String text, Numbers.Services services) {
        int at = text.lastIndexOf('@');
        if (at == 0) {
            return Optional.empty();
        }
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
        return hostAndPort(text.substring(at + 1), user, services);
    }

    private static Optional<JumpSpec> uri(String text, Numbers.Services services) {
        int at = text.indexOf('@');
        String info = at < 0 ? "" : text.substring(0, at).replaceFirst(";.*", "");
        Optional<String> user = at < 0 ? Optional.empty() : decoded(info);
        if (at >= 0 && user.isEmpty()) {
            return Optional.empty();
        }
        String rest = text.substring(at + 1);
        String address = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        return hostAndPort(address, user, services).filter(jump -> isDomain(jump.host()));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8)).filter(user -> !user.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JumpSpec> hostAndPort(String text, Optional<String> user, Numbers.Services services) {
        int close = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && close < 0) {
            return Optional.empty();
        }
        int end = close >= 0 ? close + 1 : firstOf(text, ":/");
        if (end < text.length() && text.charAt(end) != ':') {
            return Optional.empty();
        }
        String host = close >= 0 ? text.substring(1, close) : text.substring(0, end);
        String digits = end < text.length() ? text.substring(end + 1) : "";
        Optional<Integer> port = Numbers.port(digits, services).filter(number -> number > 0);
        if (end == 0 || (!digits.isEmpty() && port.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new JumpSpec(user, host, port));
    }

    private static int firstOf(String text, String wanted) {
        int at = 0;
        while (at < text.length() && wanted.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Letters, digits, {@code -}, {@code _}, {@code .} and {@code :}: what ssh takes for a host in a URI. */
    static boolean isDomain(String host) {
        return host.matches("[A-Za-z0-9][A-Za-z0-9_.-]*+") && !host.contains("..");
    }
}
