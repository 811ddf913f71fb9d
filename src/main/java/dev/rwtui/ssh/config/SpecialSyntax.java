package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Keywords whose arguments have a form of their own. rwtui acts on none of them; it refuses what {@code ssh} refuses. */
final class SpecialSyntax {

    private static final int MIN_REKEY_LIMIT = 16;

    private static final int MAX_KEYSTROKE_INTERVAL = 1_000;

    private SpecialSyntax() {}

    /** {@code 1G}, {@code default none}, {@code 500M 1h}. */
    static ArgumentSyntax rekeyLimit() {
        return ArgumentSyntax.upTo(2, (argument, facts) -> amountFault(argument))
                .and((line, facts) -> {
                    List<String> arguments = line.arguments();
                    boolean good = arguments.size() < 2 || isTime(arguments.get(1), facts.ssh());
                    return good ? Optional.empty() : Optional.of("invalid time value.");
                });
    }

    private static Optional<String> amountFault(String argument) {
        if (argument.equals("default")) {
            return Optional.empty();
        }
        Parsed<Long> amount = ScaledNumber.parse(argument);
        if (amount instanceof Parsed.Bad<Long> bad) {
            return Optional.of("Bad number '" + argument + "': " + bad.why());
        }
        long bytes = amount.or(0L);
        return bytes != 0 && bytes < MIN_REKEY_LIMIT ? Optional.of("RekeyLimit too small") : Optional.empty();
    }

    private static boolean isTime(String text, OpenSsh ssh) {
        return text.equals("none") || Numbers.seconds(text, ssh).isGood();
    }

    static ArgumentSyntax escapeCharacter() {
        return ArgumentSyntax.one(
                text -> text.length() == 1 || text.equals("none") || text.matches("\\^[@-\\x7f]"),
                "Bad escape character.");
    }

    /** {@code any}, {@code 1}, {@code any:2}. */
    static ArgumentSyntax tunnelDevice() {
        return ArgumentSyntax.one(
                text -> {
                    String[] ends = text.split(":", -1);
                    return ends.length <= 2 && Arrays.stream(ends).allMatch(SpecialSyntax::isTunnelEnd);
                },
                "Bad tun device.");
    }

    static ArgumentSyntax mask() {
        return ArgumentSyntax.one(text -> Numbers.octalMask(text).isPresent(), "Bad mask.");
    }

    static ArgumentSyntax qualityOfService() {
        return ArgumentSyntax.upTo(2, (argument, facts) -> Optional.empty())
                .and((line, facts) ->
                        line.arguments().stream().allMatch(text -> QualityOfService.isValid(text, facts.ssh()))
                                ? Optional.empty()
                                : Optional.of("Bad IPQoS value: " + String.join(" ", line.arguments())));
    }

    /** {@code yes}, {@code confirm}, {@code 5m}, {@code confirm 5m}. */
    static ArgumentSyntax addKeysToAgent() {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            String first = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
            boolean word =
                    List.of("yes", "no", "true", "false", "ask", "confirm").contains(first);
            boolean good = arguments.size() < 2
                    ? word || Numbers.seconds(first, facts.ssh()).isGood()
                    : first.equals("confirm")
                            && Numbers.seconds(arguments.get(1), facts.ssh()).isGood();
            return good ? ArgumentSyntax.extra(line, 2) : Optional.of("unsupported option");
        };
    }

    static ArgumentSyntax controlPersist() {
        return ArgumentSyntax.one(
                (text, facts) -> List.of("yes", "no", "true", "false").contains(text)
                                || Numbers.seconds(text, facts.ssh()).isGood()
                        ? Optional.empty()
                        : Optional.of("Bad ControlPersist argument."));
    }

    static ArgumentSyntax sentVariables() {
        return each(text -> !text.isEmpty() && text.indexOf('=') < 0, "Invalid environment name.")
                .and(SpecialSyntax::nothingSpecified);
    }

    static ArgumentSyntax setVariables() {
        return each(text -> text.indexOf('=') >= 0, "Invalid SetEnv.").and(SpecialSyntax::nothingSpecified);
    }

    static ArgumentSyntax domains() {
        return domainList()
                .and((line, facts) -> line.arguments().stream().allMatch(name -> isDomain(name, facts.ssh()))
                        ? Optional.empty()
                        : Optional.of("a domain name has an invalid character"))
                .and(SpecialSyntax::nothingSpecified);
    }

    /** Release notes of 10.0: a name may begin with an underscore. */
    private static boolean isDomain(String name, OpenSsh ssh) {
        boolean hidden = name.length() > 1 && name.charAt(0) == '_' && ssh.isAtLeast(10, 0);
        return JumpSpec.isDomain(hidden ? name.replaceFirst("^_+", "x") : name);
    }

    /** Debian's: every name must be one that it knows the kind of; the mechanism is appended when there is a server. */
    static ArgumentSyntax gssapiKeyExchanges() {
        return ArgumentSyntax.one(
                (names, facts) -> Arrays.stream(names.split(",")).allMatch(Defaults::isGssapiKeyExchange)
                        ? Optional.empty()
                        : Optional.of("Bad GSSAPI KexAlgorithms '" + names + "'."));
    }

    private static boolean isTunnelEnd(String text) {
        boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return text.equalsIgnoreCase("any") || (number && Numbers.integer(text).or(Integer.MAX_VALUE) <= MAX_TUNNEL);
    }

    private static final int MAX_TUNNEL = Integer.MAX_VALUE - 2;

    /** Of domains and of aliases, until 10.0. */
    private static final int MAX_DOMAINS = 32;

    private static ArgumentSyntax domainList() {
        return (line, facts) -> ArgumentSyntax.list(
                        facts.ssh().isAtLeast(10, 0) ? Integer.MAX_VALUE : MAX_DOMAINS,
                        ArgumentSyntax.None.STANDS_ALONE)
                .fault(line, facts);
    }

    /** {@code *}, or {@code sources:targets}. */
    static ArgumentSyntax permittedAliases() {
        return domainList()
                .and(each(
                        text -> text.equals("*") || text.equalsIgnoreCase("none") || text.matches("[^:]*:.+"),
                        "Invalid permitted CNAME"))
                .and(SpecialSyntax::nothingSpecified);
    }

    private static ArgumentSyntax each(Predicate<String> good, String otherwise) {
        return (line, facts) -> line.arguments().stream().allMatch(good) ? Optional.empty() : Optional.of(otherwise);
    }

    /** A comment alone: OpenSSH 10.0 refuses a list without anything in it. */
    private static Optional<String> nothingSpecified(ConfigLine line, ArgumentSyntax.Facts facts) {
        return line.arguments().isEmpty() && facts.ssh().isAtLeast(10, 0)
                ? Optional.of("no " + line.keyword() + " specified")
                : Optional.empty();
    }

    /** {@code yes}, {@code no}, {@code interval:80}. */
    static ArgumentSyntax keystrokeTiming() {
        return (line, facts) -> {
            if (line.arguments().size() != 1) {
                return Optional.of(line.arguments().isEmpty() ? "missing argument" : "invalid arguments");
            }
            String word = line.arguments().get(0);
            boolean good = List.of("yes", "no", "true", "false").contains(word) || isKeystrokeInterval(word);
            return good ? Optional.empty() : Optional.of("unsupported argument \"" + word + "\"");
        };
    }

    private static boolean isKeystrokeInterval(String word) {
        int millis = word.startsWith("interval:")
                ? Numbers.integer(word.substring(9)).or(0)
                : 0;
        return millis > 0 && millis <= MAX_KEYSTROKE_INTERVAL;
    }

    /** {@code none}, or {@code pattern=time} and more of them. */
    static ArgumentSyntax channelTimeouts() {
        return ArgumentSyntax.list(Integer.MAX_VALUE, ArgumentSyntax.None.STANDS_ALONE)
                .and(each(SpecialSyntax::isChannelTimeout, "invalid channel timeout"))
                .and((line, facts) -> line.arguments().isEmpty()
                        ? Optional.of("no " + line.keyword() + " specified")
                        : Optional.empty());
    }

    private static boolean isChannelTimeout(String text) {
        int equals = text.indexOf('=');
        return text.equalsIgnoreCase("none")
                || (equals > 0 && Numbers.seconds(text.substring(equals + 1)).isGood());
    }

    /** The rest of the line, without a carriage return. */
    static ArgumentSyntax versionAddendum() {
        return (line, facts) ->
                line.rest().indexOf('\r') >= 0 ? Optional.of("Invalid versionaddendum argument") : Optional.empty();
    }
}
