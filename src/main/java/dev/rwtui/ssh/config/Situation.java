package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.MatchCondition.Criterion;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of a name while its lines are still being gathered: ssh looks at values that are not set yet as at their
 * defaults. Source: ssh_config(5), section Match.
 */
final class Situation {

    /** First or second time over the files. */
    enum Pass {
        FIRST,
        FINAL
    }

    private final Site site;
    private final Effective effective;
    private final String given;
    private String settledHost = "";

    Situation(Site site, Effective effective, String given) {
        this.site = site;
        this.effective = effective;
        this.given = given;
    }

    /** From now on this is the host name of the final pass. */
    void settleOn(String hostName) {
        settledHost = hostName;
    }

    /** Where the name leads, before it is made canonical: addresses in their usual form, names in lower case. */
    Value<String> hostName(Consumer<Problem> problems) {
        Optional<Setting> setting = effective.first("hostname");
        NumericAddress.Family family =
                NumericAddress.Family.of(effective.first("addressfamily").map(Setting::first));
        if (setting.isEmpty()) {
            return new Value<>(NumericAddress.normal(given, family), new Origin.Default());
        }
        Parsed<String> expanded = expanded(setting.get().first(), given);
        if (expanded instanceof Parsed.Bad<String> bad) {
            problems.accept(Problem.at(setting.get().origin(), bad.why()));
        }
        return new Value<>(
                NumericAddress.normal(expanded.or(given), family), setting.get().origin());
    }

    /** {@code HostName} knows one token: {@code %h} is the name as given. */
    private static Parsed<String> expanded(String text, String name) {
        Expansion.Source source = key -> key == 'h' ? Optional.of(name) : Optional.empty();
        return Expansion.of(source).expand(text);
    }

    private String host(String name, Pass pass) {
        return pass == Pass.FINAL
                ? settledHost
                : effective
                        .first("hostname")
                        .map(setting -> expanded(setting.first(), name).or(name))
                        .orElse(name);
    }

    private int port() {
        return effective
                .first("port")
                .flatMap(setting -> Numbers.port(setting.first(), site.files()::service))
                .orElse(ResolvedHost.DEFAULT_PORT);
    }

    private String user() {
        return effective
                .first("user")
                .map(Setting::first)
                .orElse(site.files().surroundings().user());
    }

    /** Tokens of {@code Match exec} and {@code Include}. */
    Tokens tokens(String name, Pass pass) {
        String host = host(name, pass);
        return new Tokens(
                site.files().surroundings(),
                site.ssh(),
                given,
                host,
                port(),
                user(),
                effective.first("hostkeyalias").map(Setting::first).orElse(host),
                ProxyResolver.lastJump(effective, site).map(JumpSpec::host).orElse(""));
    }

    /** Whether a criterion that needs neither the pass nor a command is met. */
    boolean meets(Criterion criterion, String name, Pass pass) {
        String argument = criterion.argument();
        return switch (criterion.kind()) {
            case HOST -> isNamed(host(name, pass), argument);
            case ORIGINAL_HOST -> isNamed(given, argument);
            case USER -> isIn(user(), argument);
            case LOCAL_USER -> isIn(site.files().surroundings().user(), argument);
            case LOCAL_NETWORK -> Networks.holdAny(argument, site.machine().addresses());
            case VERSION -> isIn(site.ssh().release(), argument);
            case TAGGED ->
                isInOrUnset(effective.first("tag").map(Setting::first).orElse(""), argument);
            // rwtui looks names up for sessions, not for a command.
            case COMMAND -> isInOrUnset("", argument);
            case SESSION_TYPE -> isIn(sessionType(), argument);
            case ALL -> true;
            case CANONICAL, FINAL, EXEC -> throw new IllegalArgumentException("not for here: " + criterion);
        };
    }

    private String sessionType() {
        return effective
                .first("sessiontype")
                .map(setting -> setting.first().toLowerCase(Locale.ROOT))
                .filter(type -> type.equals("none") || type.equals("subsystem"))
                .orElse("shell");
    }

    private static boolean isNamed(String host, String list) {
        return Pattern.inListOfNames(host, list) == Pattern.Verdict.MATCH;
    }

    private static boolean isIn(String text, String list) {
        return Pattern.inList(text, list) == Pattern.Verdict.MATCH;
    }

    private static boolean isInOrUnset(String text, String list) {
        return text.isEmpty() ? list.isEmpty() : isIn(text, list);
    }
}
