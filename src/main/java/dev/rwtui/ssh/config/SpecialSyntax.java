package dev.rwtui.ssh.config;

import static dev.rwtui.ssh.config.ArgumentSyntax.one;
import static dev.rwtui.ssh.config.ArgumentSyntax.unless;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keywords whose arguments have a form of their own. One class with a branch for each, not an object for each: what no
 * line asks for costs nothing when a program starts.
 */
enum SpecialSyntax implements ArgumentSyntax {
    /** A path, <code>${VARIABLE}</code> or {@code $VARIABLE}. */
    AGENT,
    AGENT_OR_FLAG,
    DYNAMIC_FORWARD,
    REMOTE_FORWARD,
    PERMITTED_TARGETS,
    /** {@code 1G}, {@code default none}, {@code 500M 1h}. */
    REKEY_LIMIT,
    ESCAPE_CHARACTER,
    /** {@code any}, {@code 1}, {@code any:2}. */
    TUNNEL_DEVICE,
    MASK,
    QUALITY_OF_SERVICE,
    /** {@code yes}, {@code confirm}, {@code 5m}, {@code confirm 5m}. */
    ADD_KEYS_TO_AGENT,
    CONTROL_PERSIST,
    SENT_VARIABLES,
    SET_VARIABLES,
    DOMAINS,
    /** {@code *}, or {@code sources:targets}. */
    PERMITTED_ALIASES,
    /** Debian's: every name must be one that it knows the kind of; the mechanism is appended when there is a server. */
    GSSAPI_KEY_EXCHANGES,
    /** {@code yes}, {@code no}, {@code interval:80}. */
    KEYSTROKE_TIMING,
    /** {@code none}, or {@code pattern=time} and more of them. */
    CHANNEL_TIMEOUTS,
    /** The rest of the line, without a carriage return. */
    VERSION_ADDENDUM;

    private static final List<String> SWITCHES = List.of("yes", "no", "true", "false");

    private static final int MIN_REKEY_LIMIT = 16;

    private static final int MAX_KEYSTROKE_INTERVAL = 1_000;

    private static final int MAX_TUNNEL = Integer.MAX_VALUE - 2;

    /** Of domains and of aliases, until 10.0. */
    private static final int MAX_DOMAINS = 32;

    @Override
    public Optional<String> fault(ConfigLine line, Facts facts) {
        return switch (this) {
            case AGENT -> one(line, path -> AgentPath.fault(path, facts));
            case AGENT_OR_FLAG ->
                one(
                        line,
                        path -> SWITCHES.contains(path.toLowerCase(Locale.ROOT))
                                ? Optional.empty()
                                : AgentPath.fault(path, facts));
            case DYNAMIC_FORWARD -> OtherForwards.dynamic(line, facts);
            case REMOTE_FORWARD -> OtherForwards.remote(line, facts);
            case PERMITTED_TARGETS -> OtherForwards.permitted(line, facts);
            case REKEY_LIMIT -> rekeyLimit(line, facts);
            case ESCAPE_CHARACTER -> one(line, text -> unless(isEscapeCharacter(text), "Bad escape character."));
            case TUNNEL_DEVICE -> one(line, text -> unless(isTunnelDevice(text), "Bad tun device."));
            case MASK -> one(line, text -> unless(Numbers.octalMask(text).isPresent(), "Bad mask."));
            case QUALITY_OF_SERVICE -> qualityOfService(line, facts);
            case ADD_KEYS_TO_AGENT -> addKeysToAgent(line, facts);
            case CONTROL_PERSIST ->
                one(line, text -> unless(isSwitchOrTime(text, facts), "Bad ControlPersist argument."));
            case SENT_VARIABLES ->
                each(line, text -> !text.isEmpty() && text.indexOf('=') < 0, "Invalid environment name.")
                        .or(() -> nothingSpecified(line, facts));
            case SET_VARIABLES ->
                each(line, text -> text.indexOf('=') >= 0, "Invalid SetEnv.").or(() -> nothingSpecified(line, facts));
            case DOMAINS -> domains(line, facts);
            case PERMITTED_ALIASES -> permittedAliases(line, facts);
            case GSSAPI_KEY_EXCHANGES ->
                one(line, names -> unless(areGssapiKeyExchanges(names), "Bad GSSAPI KexAlgorithms '" + names + "'."));
            case KEYSTROKE_TIMING -> keystrokeTiming(line);
            case CHANNEL_TIMEOUTS -> channelTimeouts(line);
            case VERSION_ADDENDUM -> unless(line.rest().indexOf('\r') < 0, "Invalid versionaddendum argument");
        };
    }

    private static Optional<String> each(ConfigLine line, Predicate<String> good, String otherwise) {
        return unless(line.arguments().stream().allMatch(good), otherwise);
    }

    /** A comment alone: OpenSSH 10.0 refuses a list without anything in it. */
    private static Optional<String> nothingSpecified(ConfigLine line, Facts facts) {
        return unless(
                !line.arguments().isEmpty() || !facts.ssh().isAtLeast(10, 0), "no " + line.keyword() + " specified");
    }

    private static Optional<String> rekeyLimit(ConfigLine line, Facts facts) {
        Optional<String> fault = ArgumentSyntax.missing(line);
        if (fault.isEmpty()) {
            fault = amountFault(line.arguments().get(0));
        }
        List<String> arguments = line.arguments();
        if (fault.isEmpty() && arguments.size() > 1) {
            fault = unless(isTimeOrNone(arguments.get(1), facts), "invalid time value.");
        }
        return fault.isPresent() ? fault : ArgumentSyntax.extra(line, 2);
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
        return unless(bytes == 0 || bytes >= MIN_REKEY_LIMIT, "RekeyLimit too small");
    }

    private static boolean isTimeOrNone(String text, Facts facts) {
        return text.equals("none") || isTime(text, facts);
    }

    private static boolean isTime(String text, Facts facts) {
        return Numbers.seconds(text, facts.ssh()).isGood();
    }

    private static boolean isSwitchOrTime(String text, Facts facts) {
        return SWITCHES.contains(text) || isTime(text, facts);
    }

    /** One byte: a replacement character stands for one that is no UTF-8. */
    private static boolean isEscapeCharacter(String text) {
        boolean oneByte = text.length() == 1 && (text.charAt(0) < 0x80 || text.charAt(0) == '\uFFFD');
        return oneByte || text.equals("none") || text.matches("\\^[@-\\x7f]");
    }

    private static boolean isTunnelDevice(String text) {
        String[] ends = text.split(":", -1);
        return ends.length <= 2 && isTunnelEnd(ends[0]) && isTunnelEnd(ends[ends.length - 1]);
    }

    private static boolean isTunnelEnd(String text) {
        boolean number = !text.isEmpty() && text.chars().allMatch(Numbers::isDigit);
        return text.equalsIgnoreCase("any") || (number && Numbers.integer(text).or(Integer.MAX_VALUE) <= MAX_TUNNEL);
    }

    private static Optional<String> qualityOfService(ConfigLine line, Facts facts) {
        return ArgumentSyntax.missing(line)
                .or(() -> ArgumentSyntax.extra(line, 2))
                .or(() -> each(
                        line,
                        text -> QualityOfService.isValid(text, facts.ssh()),
                        "Bad IPQoS value: " + String.join(" ", line.arguments())));
    }

    private static Optional<String> addKeysToAgent(ConfigLine line, Facts facts) {
        List<String> arguments = line.arguments();
        String first = arguments.isEmpty() ? "" : arguments.get(0).toLowerCase(Locale.ROOT);
        boolean word = SWITCHES.contains(first) || first.equals("ask") || first.equals("confirm");
        boolean good = arguments.size() < 2
                ? word || isTime(first, facts)
                : first.equals("confirm") && isTime(arguments.get(1), facts);
        return good ? ArgumentSyntax.extra(line, 2) : Optional.of("unsupported option");
    }

    private static Optional<String> domains(ConfigLine line, Facts facts) {
        return limited(line, facts)
                .or(() -> each(line, name -> isDomain(name, facts.ssh()), "a domain name has an invalid character"))
                .or(() -> nothingSpecified(line, facts));
    }

    private static Optional<String> permittedAliases(ConfigLine line, Facts facts) {
        return limited(line, facts)
                .or(() -> each(line, SpecialSyntax::isPermittedAlias, "Invalid permitted CNAME"))
                .or(() -> nothingSpecified(line, facts));
    }

    private static Optional<String> limited(ConfigLine line, Facts facts) {
        return PlainSyntax.wordsOrNone(line, facts.ssh().isAtLeast(10, 0) ? Integer.MAX_VALUE : MAX_DOMAINS);
    }

    private static boolean isPermittedAlias(String text) {
        return text.equals("*") || text.equalsIgnoreCase("none") || text.matches("[^:]*:.+");
    }

    /** Release notes of 10.0: a name may begin with an underscore. */
    private static boolean isDomain(String name, OpenSsh ssh) {
        boolean hidden = name.length() > 1 && name.charAt(0) == '_' && ssh.isAtLeast(10, 0);
        return JumpSpec.isDomain(hidden ? name.replaceFirst("^_+", "x") : name);
    }

    private static boolean areGssapiKeyExchanges(String names) {
        return List.of(names.split(",")).stream().allMatch(Defaults::isGssapiKeyExchange);
    }

    private static Optional<String> keystrokeTiming(ConfigLine line) {
        if (line.arguments().size() != 1) {
            return Optional.of(line.arguments().isEmpty() ? "missing argument" : "invalid arguments");
        }
        String word = line.arguments().get(0);
        return unless(SWITCHES.contains(word) || isKeystrokeInterval(word), "unsupported argument \"" + word + "\"");
    }

    private static boolean isKeystrokeInterval(String word) {
        int millis = word.startsWith("interval:")
                ? Numbers.integer(word.substring(9)).or(0)
                : 0;
        return millis > 0 && millis <= MAX_KEYSTROKE_INTERVAL;
    }

    private static Optional<String> channelTimeouts(ConfigLine line) {
        return PlainSyntax.wordsOrNone(line, Integer.MAX_VALUE)
                .or(() -> each(line, SpecialSyntax::isChannelTimeout, "invalid channel timeout"))
                .or(() -> unless(!line.arguments().isEmpty(), "no " + line.keyword() + " specified"));
    }

    private static boolean isChannelTimeout(String text) {
        int equals = text.indexOf('=');
        return text.equalsIgnoreCase("none")
                || (equals > 0 && Numbers.seconds(text.substring(equals + 1)).isGood());
    }
}
