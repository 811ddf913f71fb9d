package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.Lookup.Purpose;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a short host name whole: ssh_config(5), CanonicalizeHostname and the keywords around it. Used once. */
final class CanonicalName {

    private static final Set<String> SETTLED =
            Set.of("canonicalizehostname", "canonicalizemaxdots", "canonicalizefallbacklocal");

    private enum Mode {
        NO,
        YES,
        /** Also for hosts that are reached through others. */
        ALWAYS
    }

    private final Site site;
    private final Effective effective;
    private final Purpose purpose;
    private final Mode mode;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> uncertainties = new ArrayList<>();

    CanonicalName(Site site, Effective effective, Purpose purpose) {
        this.site = site;
        this.effective = effective;
        this.purpose = purpose;
        this.mode = mode(effective);
    }

    private static Mode mode(Effective effective) {
        String word = effective.text("canonicalizehostname", "no").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "yes", "true" -> Mode.YES;
            case "always" -> Mode.ALWAYS;
            default -> Mode.NO;
        };
    }

    /** Whether a keyword has its value, or its default, by the time that a name is made canonical. */
    static boolean isSettledBy(Keyword keyword) {
        return SETTLED.contains(keyword.name());
    }

    /** Whether the files are to be read once more with what comes out. */
    boolean isWanted() {
        return mode != Mode.NO;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> uncertainties() {
        return uncertainties;
    }

    /** The name itself where there is nothing to do, or where nothing is found and that is allowed. */
    Value<String> of(Value<String> hostName) {
        String name = hostName.value();
        if (NumericAddress.isAddress(name) || (mode == Mode.NO && !permitsAliases())) {
            return hostName;
        }
        if (purpose == Purpose.LISTING) {
            if (mayChange(name)) {
                uncertainties.add(origin().words() + ": canonical host name");
            }
            return hostName;
        }
        Optional<String> found = appliesTo(name) ? search(name) : Optional.empty();
        if (found.isPresent()) {
            return new Value<>(found.get(), origin());
        }
        if (permitsAliases() && (isDirect() || mode == Mode.ALWAYS) && problems.isEmpty()) {
            return bare(hostName);
        }
        return hostName;
    }

    private boolean mayChange(String name) {
        return appliesTo(name) || (permitsAliases() && (isDirect() || mode == Mode.ALWAYS));
    }

    private boolean appliesTo(String name) {
        return !NumericAddress.looksLikeAddress(name) && isWantedFor(name);
    }

    private boolean isWantedFor(String name) {
        return (mode == Mode.ALWAYS || (mode == Mode.YES && isDirect())) && (name.endsWith(".") || isShort(name));
    }

    private boolean isShort(String name) {
        int most = Numbers.integer(effective.text("canonicalizemaxdots", "1")).or(1);
        return name.chars().filter(c -> c == '.').count() <= most;
    }

    private Origin origin() {
        return effective.origin(mode == Mode.NO ? "canonicalizepermittedcnames" : "canonicalizehostname");
    }

    /** With each domain in turn; a name that ends with a dot is whole already. */
    private Optional<String> search(String name) {
        for (String candidate : name.endsWith(".") ? List.of(name) : candidates(name)) {
            Optional<String> canonical = site.machine().lookUp(candidate);
            if (canonical.isPresent()) {
                return Optional.of(followed(candidate.substring(0, candidate.length() - 1), canonical.get()));
            }
        }
        effective
                .first("canonicalizefallbacklocal")
                .filter(setting -> !Effective.isYes(setting.first()))
                .ifPresent(setting ->
                        problems.add(Problem.at(setting.origin(), "Could not resolve host \"" + name + "\"")));
        return Optional.empty();
    }

    private List<String> candidates(String name) {
        List<String> domains = effective
                .first("canonicaldomains")
                .map(setting -> setting.line().arguments())
                .orElse(List.of());
        return domains.stream()
                .takeWhile(domain -> !domain.equalsIgnoreCase("none"))
                .map(domain -> name + "." + withoutDot(domain.toLowerCase(Locale.ROOT)) + ".")
                .toList();
    }

    private static String withoutDot(String domain) {
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /** Without canonicalisation an alias of the name service may be followed all the same. */
    private Value<String> bare(Value<String> hostName) {
        Optional<String> canonical = site.machine().lookUp(hostName.value());
        if (canonical.isEmpty() && isDirect()) {
            problems.add(Problem.at(origin(), "Could not resolve hostname " + hostName.value()));
        }
        String name = canonical.map(alias -> followed(hostName.value(), alias)).orElse(hostName.value());
        return name.equals(hostName.value()) ? hostName : new Value<>(name, origin());
    }

    private String followed(String name, String answer) {
        String alias = withoutDot(answer);
        if (mode == Mode.NO || alias.isEmpty() || alias.equals(name) || !(isDirect() || mode == Mode.ALWAYS)) {
            return name;
        }
        boolean permitted = JumpSpec.isDomain(alias)
                && rules().stream()
                        .anyMatch(rule -> isIn(name, rule.replaceFirst(":.*", ""))
                                && isIn(alias, rule.replaceFirst("[^:]*:", "")));
        return permitted ? alias : name;
    }

    private static boolean isIn(String name, String list) {
        return Pattern.inList(name, list.toLowerCase(Locale.ROOT)) == Pattern.Verdict.MATCH;
    }

    /** Of the first line; {@code *} stands for everything to everything. */
    private List<String> rules() {
        Optional<Setting> setting = effective.first("canonicalizepermittedcnames");
        if (setting.isEmpty()) {
            return List.of();
        }
        return setting.get().line().arguments().stream()
                .map(rule -> rule.equals("*") ? "*:*" : rule)
                .toList();
    }

    private boolean permitsAliases() {
        List<String> rules = rules();
        return !rules.isEmpty() && !(rules.size() == 1 && rules.get(0).equalsIgnoreCase("none"));
    }

    private boolean isDirect() {
        return ProxyResolver.isDirect(effective, site.ssh());
    }
}
