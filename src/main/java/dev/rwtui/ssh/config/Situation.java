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
        AddressFamily family = AddressFamily.of(effective.text("addressfamily", "any"));
        Optional<Setting> setting = effective.first("hostname");
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
        if (pass == Pass.FINAL) {
            return settledHost;
        }
        Optional<Setting> setting = effective.first("hostname");
        return setting.isPresent() ? expanded(setting.get().first(), name).or(name) : name;
    }

    static int port(Effective effective, Site site) {
        String port = effective.text("port", "");
        return port.isEmpty()
                ? ResolvedHost.DEFAULT_PORT
                : Numbers.port(port, site.files()::service).orElse(ResolvedHost.DEFAULT_PORT);
    }

    /** Of the last jump; empty where there is none. */
    static String jumpHost(Effective effective, Site site) {
        Optional<JumpSpec> last = ProxyResolver.lastJump(effective, site);
        return last.isPresent() ? last.get().host() : "";
    }

    private String user() {
        return effective.text("user", site.files().surroundings().user());
    }

    /** Tokens of {@code Match exec} and {@code Include}. */
    Tokens tokens(String name, Pass pass) {
        String host = host(name, pass);
        return new Tokens(
                site.files().surroundings(),
                site.ssh(),
                given,
                host,
                port(effective, site),
                user(),
                effective.text("hostkeyalias", host),
                jumpHost(effective, site));
    }

    /** Whether a criterion that needs neither the pass nor a command is met. */
    boolean meets(Criterion criterion, String name, Pass pass) {
        String argument = criterion.argument();
        return switch (criterion.kind()) {
            case HOST -> isNamed(host(name, pass), argument);
            case ORIGINAL_HOST -> isNamed(given, argument);
            case USER -> isIn(user(), argument);
            case LOCAL_USER -> isIn(site.files().surroundings().user(), argument);
            case LOCAL_NETWORK -> criterion.networks().holdAny(site.machine().addresses());
            case VERSION -> isIn(site.ssh().release(), argument);
            case TAGGED -> isInOrUnset(effective.text("tag", ""), argument);
            // rwtui looks names up for sessions, not for a command.
            case COMMAND -> isInOrUnset("", argument);
            case SESSION_TYPE -> isIn(sessionType(), argument);
            case ALL -> true;
            case CANONICAL, FINAL, EXEC -> throw new IllegalArgumentException("not for here: " + criterion);
        };
    }

    private String sessionType() {
        String type = effective.text("sessiontype", "default").toLowerCase(Locale.ROOT);
        return type.equals("none") || type.equals("subsystem") ? type : "shell";
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
