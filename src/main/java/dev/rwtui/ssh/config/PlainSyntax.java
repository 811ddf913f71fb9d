package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Optional;

/** Forms that many keywords share, and those of the keywords that most configurations are made of. */
enum PlainSyntax implements ArgumentSyntax {
    ANYTHING,
    /** The rest of the line, not split. */
    COMMAND,
    STRING,
    INTEGER,
    TIME,
    PORT,
    /** Arguments, the first of them not empty. */
    FIRST_WORD,
    /** Arguments, none of them empty. */
    WORDS,
    /** As {@link #WORDS}, or {@code none} alone. */
    WORDS_OR_NONE,
    JUMP,
    LOCAL_FORWARD;

    @Override
    public Optional<String> fault(ConfigLine line, Facts facts) {
        return switch (this) {
            case ANYTHING, COMMAND -> Optional.empty();
            case STRING, INTEGER, TIME, PORT -> one(line, facts);
            case FIRST_WORD -> emptyWord(line, Math.min(1, line.arguments().size()));
            case WORDS -> emptyWord(line, line.arguments().size());
            case WORDS_OR_NONE -> wordsOrNone(line, Integer.MAX_VALUE);
            case JUMP -> jump(line, facts);
            case LOCAL_FORWARD -> localForward(line, facts);
        };
    }

    private Optional<String> one(ConfigLine line, Facts facts) {
        Optional<String> fault = ArgumentSyntax.missing(line);
        if (fault.isEmpty()) {
            fault = value(line.arguments().get(0), facts);
        }
        return fault.isPresent() ? fault : ArgumentSyntax.extra(line, 1);
    }

    private Optional<String> value(String argument, Facts facts) {
        return switch (this) {
            case INTEGER -> ArgumentSyntax.why(Numbers.integer(argument));
            case TIME ->
                argument.equals("none") ? Optional.empty() : ArgumentSyntax.why(Numbers.seconds(argument, facts.ssh()));
            case PORT ->
                ArgumentSyntax.unless(
                        Numbers.port(argument, facts.services()).orElse(0) > 0, "Bad port '" + argument + "'.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> emptyWord(ConfigLine line, int looked) {
        return line.arguments().subList(0, looked).contains("")
                ? Optional.of("keyword " + line.keyword() + " empty argument")
                : Optional.empty();
    }

    /** At most {@code most} arguments, none of them empty, or {@code none} alone. */
    static Optional<String> wordsOrNone(ConfigLine line, int most) {
        List<String> arguments = line.arguments();
        Optional<String> empty = emptyWord(line, arguments.size());
        if (empty.isPresent()) {
            return empty;
        }
        if (arguments.size() > 1 && arguments.stream().anyMatch("none"::equalsIgnoreCase)) {
            return Optional.of("keyword " + line.keyword() + " \"none\" argument must appear alone.");
        }
        return ArgumentSyntax.unless(arguments.size() <= most, "too many " + line.keyword() + " entries.");
    }

    private static Optional<String> jump(ConfigLine line, Facts facts) {
        Jumps jumps = Jumps.of(line);
        return jumps.isNone()
                ? Optional.empty()
                : ArgumentSyntax.why(JumpSpec.chain(jumps.checked(), facts.services()));
    }

    private static Optional<String> localForward(ConfigLine line, Facts facts) {
        List<String> arguments = line.arguments();
        Optional<String> fault = ArgumentSyntax.missing(line);
        if (fault.isEmpty() && (arguments.size() < 2 || arguments.get(1).isEmpty())) {
            fault = Optional.of("Missing target argument.");
        }
        if (fault.isEmpty()) {
            fault = ArgumentSyntax.why(ForwardSpec.parse(arguments, ForwardSpec.Kind.LOCAL, facts.forwards()));
        }
        return fault.isPresent() ? fault : ArgumentSyntax.extra(line, 2);
    }
}
