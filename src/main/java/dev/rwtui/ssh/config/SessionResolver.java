package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.SessionSettings.ForwardedAgent;
import dev.rwtui.ssh.config.SessionSettings.RequestTty;
import dev.rwtui.ssh.config.SessionSettings.SessionType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes of the lines that apply to one name what its commands and shells are to have. */
final class SessionResolver {

    private final Settled settled;
    private final Effective effective;

    SessionResolver(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
    }

    SessionSettings resolve() {
        return new SessionSettings(
                new EnvironmentResolver(settled).resolve(),
                agent(),
                requestTty(),
                SessionType.valueOf(effective.text("sessiontype", "default").toUpperCase(Locale.ROOT)),
                effective.command("remotecommand").map(this::expanded),
                escape(effective.text("escapechar", "~")));
    }

    private String expanded(Setting setting) {
        String command = setting.line().command();
        return settled.words().expand(command).or(command);
    }

    /** A path on a later line joins a {@code yes} on an earlier one. */
    private ForwardedAgent agent() {
        String first = effective.text("forwardagent", "no");
        if (isFlag(first) && !Effective.isYes(first)) {
            return new ForwardedAgent.No();
        }
        Optional<Setting> path = forwardedAgent(effective);
        if (path.isEmpty()) {
            return new ForwardedAgent.OfLogin();
        }
        String text = settled.path(path.get().first()).or(path.get().first());
        if (!text.startsWith("$")) {
            return new ForwardedAgent.At(text);
        }
        return settled.site()
                .files()
                .surroundings()
                .environment()
                .variable(text.substring(1))
                .<ForwardedAgent>map(ForwardedAgent.At::new)
                .orElseGet(ForwardedAgent.No::new);
    }

    /** The first line that names a socket. */
    static Optional<Setting> forwardedAgent(Effective effective) {
        for (Setting setting : effective.all("forwardagent")) {
            if (!isFlag(setting.first())) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    private static boolean isFlag(String text) {
        return List.of("yes", "no", "true", "false").contains(text.toLowerCase(Locale.ROOT));
    }

    private RequestTty requestTty() {
        return switch (effective.text("requesttty", "auto").toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> RequestTty.YES;
            case "no", "false" -> RequestTty.NO;
            case "force" -> RequestTty.FORCE;
            default -> RequestTty.AUTO;
        };
    }

    /** A character, {@code ^} and a letter, or {@code none}. */
    private static OptionalInt escape(String text) {
        if (text.equals("none")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(text.length() == 2 ? text.charAt(1) & 31 : text.charAt(0) & 0xff);
    }
}
