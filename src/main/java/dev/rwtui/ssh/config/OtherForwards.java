package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/** {@code RemoteForward}, {@code DynamicForward} and {@code PermitRemoteOpen}: checked as ssh does, and kept. */
final class OtherForwards {

    private OtherForwards() {}

    /** {@code [bind:]port}, or a path. */
    static Optional<String> dynamic(ConfigLine line, ArgumentSyntax.Facts facts) {
        return ArgumentSyntax.one(
                line,
                argument -> ArgumentSyntax.why(
                        ForwardSpec.parse(List.of(argument), ForwardSpec.Kind.DYNAMIC, facts.forwards())));
    }

    /** One argument makes it a SOCKS proxy on the far side; port 0 lets the server choose. */
    static Optional<String> remote(ConfigLine line, ArgumentSyntax.Facts facts) {
        return ArgumentSyntax.missing(line)
                .or(() -> ArgumentSyntax.why(
                        ForwardSpec.parse(line.arguments(), ForwardSpec.Kind.REMOTE, facts.forwards())))
                .or(() -> ArgumentSyntax.extra(line, 2));
    }

    static Optional<String> permitted(ConfigLine line, ArgumentSyntax.Facts facts) {
        List<String> arguments = line.arguments();
        if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
            return Optional.of("missing permitremoteopen specification");
        }
        if (arguments.stream().anyMatch(OtherForwards::isAnyOrNone)) {
            return ArgumentSyntax.unless(arguments.size() == 1, "keyword permitremoteopen argument must appear alone.");
        }
        return ArgumentSyntax.unless(
                arguments.stream().allMatch(target -> isTarget(target, facts)), "bad port number in permitremoteopen");
    }

    private static boolean isAnyOrNone(String target) {
        return target.equalsIgnoreCase("any") || target.equalsIgnoreCase("none");
    }

    /** {@code host:port}, a host in brackets or without colons and slashes. */
    private static boolean isTarget(String text, ArgumentSyntax.Facts facts) {
        int close = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && close < 0) {
            return false;
        }
        int end = close >= 0 ? close + 1 : firstSeparator(text);
        if (end >= text.length() || text.charAt(end) != ':') {
            return false;
        }
        String port = text.substring(end + 1);
        return port.equals("*")
                || Numbers.port(port, facts.services())
                        .filter(number -> number > 0)
                        .isPresent();
    }

    private static int firstSeparator(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != ':' && text.charAt(at) != '/') {
            at++;
        }
        return at;
    }
}
