package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of the lines that apply to one name which variables its commands are to have. */
final class EnvironmentResolver {

    private final Settled settled;
    private final Effective effective;

    EnvironmentResolver(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
    }

    RemoteEnvironment resolve() {
        return new RemoteEnvironment(
                sent(effective).stream().map(Setting::first).toList(), set());
    }

    /**
     * The words of all lines of {@code SendEnv}, a line for each; {@code -PATTERN} takes away what was added before it.
     */
    static List<Setting> sent(Effective effective) {
        List<Setting> sent = new ArrayList<>();
        for (Setting setting : effective.all("sendenv")) {
            for (String word : setting.line().arguments()) {
                if (word.startsWith("-")) {
                    sent.removeIf(earlier -> Pattern.matches(earlier.first(), word.substring(1)));
                } else {
                    sent.add(new Setting(
                            setting.origin(),
                            setting.owner(),
                            setting.keyword(),
                            new ConfigLine("sendenv", word, List.of(word))));
                }
            }
        }
        return sent;
    }

    /** In their order; the first line wins. Release notes of 10.0: values have tokens and variables. */
    Map<String, String> set() {
        Map<String, String> set = new LinkedHashMap<>();
        Optional<Setting> setting = effective.first("setenv");
        if (setting.isPresent()) {
            boolean expanded = settled.site().ssh().isAtLeast(10, 0);
            for (String assignment : setting.get().line().arguments()) {
                int equals = assignment.indexOf('=');
                String value = assignment.substring(equals + 1);
                // The first of one name wins, as with ssh.
                set.putIfAbsent(
                        assignment.substring(0, equals),
                        expanded ? settled.paths().expand(value).or(value) : value);
            }
        }
        return set;
    }
}
