package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.config.OracleAnswer.Difference;
import dev.rwtui.ssh.config.OracleAnswer.Dump;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what sessions and tunnels are made of says the same as {@code ssh -G}. How often to ask a silent server is left out
 * where rwtui has an answer of its own: where nobody says, and in batch mode.
 */
final class ResolvedAgainstDump {

    private ResolvedAgainstDump() {}

    static List<Difference> differences(SshConfig config, OracleQuestion question, Dump dump) {
        try {
            ResolvedHost host = config.resolve(new HostAlias(question.name()), Overrides.NONE);
            List<Difference> differences = new ArrayList<>();
            told(host).forEach((keyword, values) -> {
                List<String> expected = expected(dump, keyword);
                if (!expected.equals(values)) {
                    differences.add(new Difference(keyword, "ssh says " + expected + ", rwtui acts on " + values));
                }
            });
            return differences;
        } catch (ConfigurationException e) {
            return List.of(new Difference("verdict", "ssh says yes, rwtui does not resolve: " + e.getMessage()));
        }
    }

    private static Map<String, List<String>> told(ResolvedHost host) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("hostname", List.of(host.hostName().value()));
        values.put("port", List.of(host.port().value().toString()));
        values.put("user", List.of(host.user().value()));
        values.put("identitiesonly", List.of(yesNo(host.login().identitiesOnly().value())));
        values.put("batchmode", List.of(yesNo(host.login().batchMode().value())));
        values.put(
                "stricthostkeychecking",
                List.of(strict(host.hostKeys().checking().value())));
        values.put("hostkeyalias", host.hostKeys().alias().value().stream().toList());
        values.put(
                "serveralivecountmax",
                List.of(host.transport().aliveCountMax().value().toString()));
        if (!host.transport().aliveInterval().isDefault()
                && !host.login().batchMode().value()) {
            values.put(
                    "serveraliveinterval",
                    List.of(Long.toString(
                            host.transport().aliveInterval().value().toSeconds())));
        }
        values.put(
                "addressfamily",
                List.of(host.transport().addressFamily().value().name().toLowerCase(Locale.ROOT)));
        values.put(
                "bindaddress", host.transport().bindAddress().value().stream().toList());
        values.put(
                "connectionattempts",
                List.of(host.transport().connectionAttempts().value().toString()));
        values.put("hashknownhosts", List.of(yesNo(host.hostKeys().hashesNames().value())));
        values.put("compression", List.of(yesNo(host.transport().compression().value())));
        values.put(
                "numberofpasswordprompts",
                List.of(host.login().prompts().value().toString()));
        values.put(
                "connecttimeout",
                List.of(seconds(host.transport().connectTimeout().value())));
        values.put(
                "userknownhostsfile",
                List.of(oneLine(host.hostKeys().userFiles().value())));
        values.put(
                "globalknownhostsfile",
                List.of(oneLine(host.hostKeys().globalFiles().value())));
        values.put(
                "localforward",
                host.localForwards().stream()
                        .map(forward -> shown(forward.value()))
                        .toList());
        return values;
    }

    /** As {@code ssh} says it, with 0 s for no patience of its own and only the forwards of ports. */
    private static List<String> expected(Dump dump, String keyword) {
        List<String> values = dump.values(keyword);
        return switch (keyword) {
            case "connecttimeout" -> values.equals(List.of("0")) ? List.of("none") : values;
            case "localforward" ->
                values.stream()
                        .filter(forward -> forward.matches("([^/].*:)?[0-9]+ \\[.+\\]:[0-9]+"))
                        .map(forward -> forward.replaceFirst("^\\[]:", "[*]:"))
                        .toList();
            default -> values;
        };
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).map(String::valueOf).orElse("none");
    }

    private static String oneLine(List<String> files) {
        return files.isEmpty() ? "none" : String.join(" ", files);
    }

    private static String strict(HostKeyChecking checking) {
        return switch (checking) {
            case YES -> "true";
            case NO -> "false";
            case ASK, ACCEPT_NEW -> checking.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String shown(LocalForward forward) {
        String bind = forward.bindAddress().map(address -> "[" + address + "]:").orElse("");
        return bind + forward.port() + " [" + forward.target().host() + "]:"
                + forward.target().port();
    }
}
