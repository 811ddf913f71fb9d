package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what {@code ssh} finds wrong with the arguments of a line, whether its block applies or not. */
@FunctionalInterface
interface ArgumentSyntax {

    /** Empty where nothing is wrong. */
    Optional<String> fault(ConfigLine line, Facts facts);

    /** What this syntax finds wrong, or else what {@code other} does. */
    default ArgumentSyntax and(ArgumentSyntax other) {
        return (line, facts) -> fault(line, facts).or(() -> other.fault(line, facts));
    }

    /** What some arguments are checked against. */
    record Facts(ConfigFiles.Environment environment, Numbers.Services services, OpenSsh ssh) {

        static Facts of(Site site) {
            return new Facts(site.files().surroundings().environment(), site.files()::service, site.ssh());
        }

        ForwardSpec.Reader forwards() {
            return new ForwardSpec.Reader(Expansion.ofVariables(environment), services);
        }
    }

    /** Anything at all. */
    static ArgumentSyntax anything() {
        return (line, facts) -> Optional.empty();
    }

    /** Exactly one argument that {@code good} accepts. */
    static ArgumentSyntax one(Predicate<String> good, String otherwise) {
        return one((argument, facts) -> good.test(argument) ? Optional.empty() : Optional.of(otherwise));
    }

    static ArgumentSyntax one(One check) {
        return upTo(1, check);
    }

    /** A first argument that {@code check} accepts, and at most {@code most} in all. */
    static ArgumentSyntax upTo(int most, One check) {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
                return Optional.of("Missing argument.");
            }
            return check.fault(arguments.get(0), facts).or(() -> extra(line, most));
        };
    }

    static ArgumentSyntax string() {
        return one((argument, facts) -> Optional.empty());
    }

    static ArgumentSyntax choice(String... words) {
        List<String> allowed = List.of(words);
        return one((argument, facts) -> allowed.stream().anyMatch(argument::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of("unsupported option \"" + argument + "\"."));
    }

    /** {@code yes} or {@code no} and their synonyms, and {@code more} words. */
    static ArgumentSyntax flag(String... more) {
        String[] words = Arrays.copyOf(new String[] {"yes", "no", "true", "false"}, 4 + more.length);
        System.arraycopy(more, 0, words, 4, more.length);
        return choice(words);
    }

    static ArgumentSyntax time() {
        return one((argument, facts) ->
                argument.equals("none") ? Optional.empty() : why(Numbers.seconds(argument, facts.ssh())));
    }

    static ArgumentSyntax integer() {
        return one((argument, facts) -> why(Numbers.integer(argument)));
    }

    static ArgumentSyntax port() {
        return one((argument, facts) -> Numbers.port(argument, facts.services())
                        .filter(port -> port > 0)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("Bad port '" + argument + "'."));
    }

    /** What {@code none} means in a list. */
    enum None {
        STANDS_ALONE,
        IS_A_WORD
    }

    /** At most {@code most} arguments, none of them empty. */
    static ArgumentSyntax list(int most, None none) {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            if (arguments.contains("")) {
                return Optional.of("keyword " + line.keyword() + " empty argument");
            }
            if (none == None.STANDS_ALONE
                    && arguments.size() > 1
                    && arguments.stream().anyMatch("none"::equalsIgnoreCase)) {
                return Optional.of("keyword " + line.keyword() + " \"none\" argument must appear alone.");
            }
            return arguments.size() > most ? Optional.of("too many " + line.keyword() + " entries.") : Optional.empty();
        };
    }

    /** The rest of the line, not split. */
    static ArgumentSyntax command() {
        return anything();
    }

    static ArgumentSyntax jump() {
        return (line, facts) -> Jumps.of(line).isNone()
                ? Optional.empty()
                : why(JumpSpec.chain(Jumps.of(line).checked(), facts.services()));
    }

    static ArgumentSyntax localForward() {
        return (line, facts) -> {
            List<String> arguments = line.arguments();
            if (arguments.isEmpty() || arguments.get(0).isEmpty()) {
                return Optional.of("Missing argument.");
            }
            if (arguments.size() < 2 || arguments.get(1).isEmpty()) {
                return Optional.of("Missing target argument.");
            }
            return why(ForwardSpec.parse(arguments, ForwardSpec.Kind.LOCAL, facts.forwards()))
                    .or(() -> extra(line, 2));
        };
    }

    static Optional<String> extra(ConfigLine line, int most) {
        return line.arguments().size() > most
                ? Optional.of("keyword " + line.keyword() + " extra arguments at end of line")
                : Optional.empty();
    }

    static Optional<String> why(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?> bad ? Optional.of(bad.why()) : Optional.empty();
    }

    /** Judges one argument. */
    @FunctionalInterface
    interface One {
        Optional<String> fault(String argument, Facts facts);
    }

    /**
     * The argument of {@code ProxyJump}, which is not split at blanks.
     *
     * @param text as written; ssh compares all of it, a comment included, with {@code none}
     */
    record Jumps(String text) {

        static Jumps of(ConfigLine line) {
            return new Jumps(line.command());
        }

        boolean isNone() {
            return text.equalsIgnoreCase("none");
        }

        /**
         * What stands before the last comma, which ssh hands on to another of its kind. It long looked for that comma in
         * comments too.
         */
        Optional<Jumps> handedOn(OpenSsh ssh) {
            String chain = ssh.readsJumpsAnew() ? checked() : text;
            int comma = chain.lastIndexOf(',');
            return comma > 0 ? Optional.of(new Jumps(chain.substring(0, comma))) : Optional.empty();
        }

        /** The server that ssh itself goes through. */
        String last() {
            String chain = checked();
            return chain.substring(chain.lastIndexOf(',') + 1);
        }

        /** Up to a comment or the first blank. */
        String checked() {
            int end = 0;
            while (end < text.length() && text.charAt(end) != '#' && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            return text.substring(0, end);
        }
    }
}
