package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ssh} gives up over once it knows all values, in keywords that rwtui does not act on. */
final class Refusals {

    private final Effective effective;
    private final Expansion paths;
    private final Homes homes;
    private final List<Refusal> refusals = new ArrayList<>();

    Refusals(Effective effective, Expansion paths, Homes homes) {
        this.effective = effective;
        this.paths = paths;
        this.homes = homes;
    }

    record Refusal(Origin origin, String why) {}

    List<Refusal> all() {
        refusals.clear();
        user();
        number("connectionattempts", "Invalid number of ConnectionAttempts");
        forksWithoutCommand();
        path("controlpath");
        path("forwardagent");
        path("revokedhostkeys");
        command();
        unixSockets();
        return List.copyOf(refusals);
    }

    /** Commands are made of a user's name too; one that stands in a file is trusted. */
    private void user() {
        effective
                .first("user")
                .filter(setting -> setting.origin() instanceof Origin.CommandLine)
                .filter(setting -> setting.first().matches("(?s)-.*|.*['`\";&<>|(){}].*|.*\\s-.*|.*\\\\"))
                .ifPresent(setting -> refuse(setting, "remote username contains invalid characters"));
    }

    private void number(String keyword, String why) {
        effective
                .first(keyword)
                .filter(setting -> Numbers.integer(setting.first()).or(1) == 0)
                .ifPresent(setting -> refuse(setting, why));
    }

    private void forksWithoutCommand() {
        boolean session = effective
                .first("sessiontype")
                .filter(setting -> setting.first().equalsIgnoreCase("none"))
                .isEmpty();
        if (effective.isOn("forkafterauthentication")
                && session
                && remoteCommand().isEmpty()) {
            effective
                    .first("forkafterauthentication")
                    .ifPresent(setting -> refuse(setting, "Cannot fork into background without a command to execute."));
        }
    }

    private Optional<Setting> remoteCommand() {
        return effective
                .first("remotecommand")
                .filter(setting -> !setting.line().command().equalsIgnoreCase("none"));
    }

    private void path(String keyword) {
        effective
                .first(keyword)
                .filter(setting -> !setting.first().equalsIgnoreCase("none"))
                .ifPresent(setting ->
                        refuse(setting, homes.replaceTilde(setting.first()).then(paths::expand)));
    }

    private void command() {
        remoteCommand()
                .ifPresent(
                        setting -> refuse(setting, paths.expand(setting.line().command())));
    }

    private void unixSockets() {
        if (effective.isOn("clearallforwardings")) {
            return;
        }
        effective
                .all("localforward")
                .forEach(setting -> setting.line().arguments().stream()
                        .filter(argument -> argument.indexOf('/') >= 0)
                        .forEach(argument -> refuse(setting, paths.expand(argument))));
    }

    private void refuse(Setting setting, Parsed<String> expanded) {
        if (expanded instanceof Parsed.Bad<String> bad) {
            refuse(setting, bad.why());
        }
    }

    private void refuse(Setting setting, String why) {
        refusals.add(new Refusal(setting.origin(), why));
    }
}
