package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Mapping;
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
        Mapping mapping = code.mapping(host.alias());
        if (root.isPresent() && mapping.path().isPresent()) {
            String there = folder(state, host).orElseGet(() -> unknown(host, mapping));
            lines.add("  Mapping:      " + root.get() + " -> " + there);
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
        Mapping mapping = state.facts().code().mapping(host.alias());
        if (mapping.path().isPresent()) {
            Optional<String> folder = folder(state, host);
            // Its addresses begin at the root: one with a ~ leads to a directory of that name.
            folder.ifPresentOrElse(
                    path -> lines.add(
                            "  \"folder\": " + quoted("vscode-remote://ssh-remote+" + host.alias() + path) + ","),
                    () -> lines.add("  \"folderUnknown\": " + quoted(unknown(host, mapping)) + ","));
        }
        lines.add("  \"settings\": {");
        lines.add("    \"python.defaultInterpreterPath\": "
                + quoted(environment.interpreter().orElse("")));
        lines.add("  }");
        lines.add("}");
        return lines;
    }

    /** Where the repository is there, from the root. */
    private static Optional<String> folder(AppState state, HostSummary host) {
        Optional<String> home = state.facts().pythons().survey(host.alias()).flatMap(Survey::home);
        return state.facts().code().mapping(host.alias()).absolutePath(home);
    }

    private static String unknown(HostSummary host, Mapping mapping) {
        return mapping.path().orElse("") + " on " + host.alias() + ": where that is from the root is not known";
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
