package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Keywords whose arguments have a form of their own. rwtui acts on none of them; it refuses what {@code ssh} refuses. */
final class SpecialSyntax {

    private static final java.util.regex.Pattern AMOUNT = java.util.regex.Pattern.compile("([0-9]+)([KkMmGg]?)");

    private static final List<String> QUALITIES = List.of(
            "none",
            "lowdelay",
            "throughput",
            "reliability",
            "ef",
            "le",
            "va",
            "af11",
            "af12",
            "af13",
            "af21",
            "af22",
            "af23",
            "af31",
            "af32",
            "af33",
            "af41",
            "af42",
            "af43",
            "cs0",
            "cs1",
            "cs2",
            "cs3",
            "cs4",
            "cs5",
            "cs6",
            "cs7");

    private SpecialSyntax() {}

    /** {@code 1G}, {@code default none}, {@code 500M 1h}. */
    static ArgumentSyntax rekeyLimit() {
        return ArgumentSyntax.upTo(2, (argument, facts) -> amountFault(argument))
                .and((line, facts) -> {
                    List<String> arguments = line.arguments();
                    boolean good = arguments.size() < 2 || isTime(arguments.get(1));
                    return good ? Optional.empty() : Optional.of("invalid time value.");
                });
    }

    private static Optional<String> amountFault(String argument) {
        if (argument.equals("default")) {
            return Optional.empty();
        }
        Matcher amount = AMOUNT.matcher(argument);
        if (!amount.matches()) {
            return Optional.of("Bad number '" + argument + "'");
        }
        boolean small = amount.group(2).isEmpty()
                && Numbers.integer(amount.group(1)).map(n -> n > 0 && n < 16).or(false);
        return small ? Optional.of("RekeyLimit too small") : Optional.empty();
    }

    private static boolean isTime(String text) {
        return text.equals("none") || Numbers.seconds(text).isGood();
    }

    static ArgumentSyntax escapeCharacter() {
        return ArgumentSyntax.one(
                text -> text.length() == 1 || text.equals("none") || text.matches("\\^[@-\\x7f]"),
                "Bad escape character.");
    }

    /** {@code any}, {@code 1}, {@code any:2}. */
    static ArgumentSyntax tunnelDevice() {
        return ArgumentSyntax.one(text -> text.matches("(?i)([0-9]{1,9}|any)(:([0-9]{1,9}|any))?"), "Bad tun device.");
    }

    static ArgumentSyntax mask() {
        return ArgumentSyntax.one(text -> text.matches("0*[0-7]{1,3}"), "Bad mask.");
    }

    static ArgumentSyntax qualityOfService() {
        return ArgumentSyntax.upTo(2, (argument, facts) -> Optional.empty())
                .and((line, facts) -> line.arguments().stream().allMatch(SpecialSyntax::isQuality)
                        ? Optional.empty()
                        : Optional.of("Bad IPQoS value: " + String.join(" ", line.arguments())));
    }

    private static boolean isQuality(String text) {
        try {
            return QUALITIES.contains(text.toLowerCase(Locale.ROOT))
                    || (Integer.decode(text) >= 0 && Integer.decode(text) <= 255);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** {@code yes}, {@code confirm}, {@code 5m}, {@code confirm 5m}. */
    static ArgumentSyntax addKeysToAgent() {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            String first = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
            boolean word =
                    List.of("yes", "no", "true", "false", "ask", "confirm").contains(first);
            boolean good = arguments.size() < 2
                    ? word || Numbers.seconds(first).isGood()
                    : first.equals("confirm")
                            && Numbers.seconds(arguments.get(1)).isGood();
            return good ? ArgumentSyntax.extra(line, 2) : Optional.of("unsupported option");
        };
    }

    static ArgumentSyntax controlPersist() {
        return ArgumentSyntax.one(
                text -> List.of("yes", "no", "true", "false").contains(text)
                        || Numbers.seconds(text).isGood(),
                "Bad ControlPersist argument.");
    }

    static ArgumentSyntax sentVariables() {
        return each(text -> !text.isEmpty() && text.indexOf('=') < 0, "Invalid environment name.");
    }

    static ArgumentSyntax setVariables() {
        return each(text -> text.indexOf('=') >= 0, "Invalid SetEnv.");
    }

    static ArgumentSyntax domains() {
        return ArgumentSyntax.list(MAX_DOMAINS, ArgumentSyntax.None.STANDS_ALONE)
                .and(each(JumpSpec::isDomain, "a domain name has an invalid character"));
    }

    private static final int MAX_DOMAINS = 32;

    /** {@code *}, or {@code sources:targets}. */
    static ArgumentSyntax permittedAliases() {
        return ArgumentSyntax.list(MAX_DOMAINS, ArgumentSyntax.None.STANDS_ALONE)
                .and(each(
                        text -> text.equals("*") || text.equalsIgnoreCase("none") || text.matches("[^:]*:.+"),
                        "Invalid permitted CNAME"));
    }

    private static ArgumentSyntax each(Predicate<String> good, String otherwise) {
        return (line, facts) -> line.arguments().stream().allMatch(good) ? Optional.empty() : Optional.of(otherwise);
    }
}
