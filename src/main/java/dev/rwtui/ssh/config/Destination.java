package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person names to {@code ssh}: {@code host}, {@code user@host} or {@code ssh://user@host:port}.
 *
 * @param options user and port, as options of the command line
 */
record Destination(String host, List<String> options, List<Problem> problems) {

    static Destination parse(String text, Numbers.Services services) {
        Optional<JumpSpec> spec = text.startsWith("ssh://") ? JumpSpec.parse(text, services) : plain(text);
        if (spec.isEmpty() || !isSafeHost(spec.get().host())) {
            return new Destination(text, List.of(), List.of(problem("hostname contains invalid characters: " + text)));
        }
        List<String> options = new ArrayList<>();
        spec.get().user().ifPresent(user -> options.add(Overrides.option("User", user)));
        spec.get().port().ifPresent(port -> options.add("Port=" + port));
        return new Destination(spec.get().host(), List.copyOf(options), List.of());
    }

    private static Optional<JumpSpec> plain(String text) {
        int at = text.lastIndexOf('@');
        Optional<String> user = at > 0 ? Optional.of(text.substring(0, at)) : Optional.empty();
        return at == 0 || at == text.length() - 1
                ? Optional.empty()
                : Optional.of(new JumpSpec(user, text.substring(at + 1), Optional.empty()));
    }

    /** Nothing that a shell could take for more than a name, since commands are made of it. */
    static boolean isSafeHost(String host) {
        return !host.startsWith("-")
                && host.chars().noneMatch(c -> "'`\"$\\;&<>|(){},".indexOf(c) >= 0 || c <= ' ' || c == 0x7f);
    }

    /** No option and no shell; a backslash may stand anywhere but at the end. */
    static boolean isSafeUser(String user, OpenSsh ssh) {
        boolean plain = !ssh.readsJumpsAnew() || user.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        boolean bare = plain && !user.startsWith("-") && !user.endsWith("\\");
        return bare && user.chars().noneMatch(c -> "'`\";&<>|(){}".indexOf(c) >= 0) && !user.matches("(?s).*\\s-.*");
    }

    private static Problem problem(String why) {
        return new Problem(new Origin.CommandLine().words(), 0, why);
    }
}
