package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of the lines that apply to one name how the host proves which it is. */
final class HostKeyResolver {

    private final Settled settled;
    private final ValueReader values;

    HostKeyResolver(Settled settled) {
        this.settled = settled;
        this.values = new ValueReader(settled.effective());
    }

    HostKeySettings resolve() {
        return new HostKeySettings(
                userFiles(),
                values.list("globalknownhostsfile", Defaults.globalKnownHostsFiles(), text -> text),
                values.one("stricthostkeychecking", HostKeyChecking.ASK, HostKeyResolver::checking),
                values.one("hostkeyalias", Optional.empty(), text -> Optional.of(settled.keyAlias())),
                values.flag("hashknownhosts", false),
                values.flag("checkhostip", false),
                revokedKeys(),
                values.algorithms("hostkeyalgorithms"));
    }

    /** Release notes of 10.0: its tilde and tokens are expanded. */
    private Value<Optional<String>> revokedKeys() {
        Value<Optional<String>> file = values.one("revokedhostkeys", Optional.empty(), Optional::of);
        boolean expanded = settled.site().ssh().isAtLeast(10, 0);
        return new Value<>(
                file.value()
                        .filter(text -> !text.equalsIgnoreCase("none"))
                        .map(text -> expanded ? settled.path(text).or(text) : text),
                file.origin());
    }

    private Value<List<String>> userFiles() {
        String directory = settled.site().files().surroundings().home() + "/.ssh/known_hosts";
        return values.list(
                "userknownhostsfile",
                List.of(directory, directory + "2"),
                text -> settled.path(text).or(text));
    }

    private static HostKeyChecking checking(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> HostKeyChecking.YES;
            case "no", "false", "off" -> HostKeyChecking.NO;
            case "accept-new" -> HostKeyChecking.ACCEPT_NEW;
            default -> HostKeyChecking.ASK;
        };
    }
}
