package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.HostSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an IDE needs to know to work with an environment of a host, in the words of the IDE. */
public final class ForIde {

    /** Columns before the values for PyCharm. */
    private static final int LABELS = 16;

    private ForIde() {}

    /** Nothing where host or environment are gone. */
    public static List<String> lines(AppState state, Overlay.ForIde shown) {
        Pythons.Key key = shown.environment();
        Optional<HostSummary> host = state.facts().configuration().host(key.host());
        Optional<Environment> environment = state.facts().pythons().environment(key);
        if (host.isEmpty() || environment.isEmpty()) {
            return List.of();
        }
        return switch (shown.form()) {
            case PYCHARM -> pyCharm(state, host.get(), environment.get());
            case VS_CODE -> vsCode(state, host.get(), environment.get());
        };
    }

    /** For the screen, where they are too wide for it: a value stays beside its label. */
    public static List<Wrapped.Line> wrappable(List<String> lines, Overlay.Form form) {
        return lines.stream()
                .map(line -> form == Overlay.Form.PYCHARM && line.startsWith("  ")
                        ? new Wrapped.Line(line.substring(0, LABELS), line.substring(LABELS), 0)
                        : Wrapped.Line.indented(line))
                .toList();
    }

    /** The fields of its dialogues, in their order. */
    private static List<String> pyCharm(AppState state, HostSummary host, Environment environment) {
        List<String> lines = new ArrayList<>();
        lines.add("Settings > Project > Python Interpreter > Add > On SSH");
        lines.add("  Host:         " + host.destination().host());
        lines.add("  Port:         " + host.destination().port());
        lines.add("  Username:     " + host.user());
        if (!host.gateways().isEmpty()) {
            lines.add("  Behind:       " + hops(host) + " (choose OpenSSH config as the authentication type)");
        }
        lines.add("  Environment:  Existing");
        lines.add("  Interpreter:  " + environment.interpreter().orElse(""));
        Code code = state.facts().code();
        Optional<String> root = code.repository().flatMap(RepositoryFacts::root);
        Optional<String> path = code.mapping(host.alias()).path();
        if (root.isPresent() && path.isPresent()) {
            lines.add("  Mapping:      " + root.get() + " -> " + path.get());
        }
        return lines;
    }

    private static List<String> vsCode(AppState state, HostSummary host, Environment environment) {
        List<String> lines = new ArrayList<>();
        lines.add("{");
        lines.add("  \"remote\": {");
        lines.add("    \"host\": " + quoted(host.alias().value()) + ",");
        lines.add("    \"hostName\": " + quoted(host.destination().host()) + ",");
        lines.add("    \"port\": " + host.destination().port() + ",");
        lines.add("    \"user\": " + quoted(host.user()) + ",");
        lines.add("    \"proxyJump\": ["
                + host.gateways().stream().map(hop -> quoted(hop.value())).collect(Collectors.joining(", ")) + "]");
        lines.add("  },");
        state.facts()
                .code()
                .mapping(host.alias())
                .path()
                .ifPresent(path -> lines.add("  \"folder\": "
                        + quoted(
                                "vscode-remote://ssh-remote+" + host.alias() + (path.startsWith("/") ? "" : "/") + path)
                        + ","));
        lines.add("  \"settings\": {");
        lines.add("    \"python.defaultInterpreterPath\": "
                + quoted(environment.interpreter().orElse("")));
        lines.add("  }");
        lines.add("}");
        return lines;
    }

    private static String hops(HostSummary host) {
        return host.gateways().stream().map(HostAlias::value).collect(Collectors.joining(", then "));
    }

    /** A string of JSON. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || Character.isSurrogate((char) c)) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
