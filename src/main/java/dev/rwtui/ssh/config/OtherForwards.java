package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/** {@code RemoteForward}, {@code DynamicForward} and {@code PermitRemoteOpen}: checked as ssh does, and kept. */
final class OtherForwards {

    private static final String BAD = ForwardSpec.BAD;

    private OtherForwards() {}

    /** {@code [bind:]port}, or a path. */
    static ArgumentSyntax dynamic() {
        return ArgumentSyntax.one((argument, facts) -> listens(argument, facts, 1));
    }

    /** One argument makes it a SOCKS proxy on the far side; port 0 lets the server choose. */
    static ArgumentSyntax remote() {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
                return Optional.of("Missing argument.");
            }
            if (arguments.size() == 1 || arguments.get(1).isEmpty()) {
                return listens(arguments.get(0), facts, 0);
            }
            String from = arguments.get(0).replaceFirst("(^|:)0$", "$11");
            return ArgumentSyntax.why(ForwardSpec.local(List.of(from, arguments.get(1)), facts.forwards()))
                    .or(() -> ArgumentSyntax.extra(line, 2));
        };
    }

    private static Optional<String> listens(String argument, ArgumentSyntax.Facts facts, int lowest) {
        String text = facts.forwards().variables().expand(argument).or("");
        String port = text.substring(text.lastIndexOf(':') + 1);
        String bind = text.substring(0, Math.max(0, text.lastIndexOf(':')));
        boolean bound = bind.startsWith("[") ? bind.endsWith("]") : bind.indexOf(':') < 0;
        boolean good = Numbers.port(port, facts.services())
                .filter(number -> number >= lowest)
                .isPresent();
        return text.indexOf('/') >= 0 || (bound && good) ? Optional.empty() : Optional.of(BAD);
    }

    static ArgumentSyntax permitted() {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
                return Optional.of("missing permitremoteopen specification");
            }
            if (arguments.get(0).equals("any") || arguments.get(0).equals("none")) {
                return ArgumentSyntax.extra(line, 1);
            }
            return arguments.stream().allMatch(target -> isTarget(target, facts))
                    ? Optional.empty()
                    : Optional.of("bad port number in permitremoteopen");
        };
    }

    private static boolean isTarget(String text, ArgumentSyntax.Facts facts) {
        String port = text.substring(text.lastIndexOf(':') + 1);
        return text.indexOf(':') >= 0
                && (port.equals("*")
                        || Numbers.port(port, facts.services())
                                .filter(number -> number > 0)
                                .isPresent());
    }
}
