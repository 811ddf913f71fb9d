package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of some words.
 *
 * @param allowed in whatever case
 */
record Choice(List<String> allowed) implements ArgumentSyntax {

    Choice {
        allowed = List.copyOf(allowed);
    }

    static Choice of(String... words) {
        return new Choice(List.of(words));
    }

    /** {@code yes} or {@code no} and their synonyms, and {@code more} words. */
    static Choice flag(String... more) {
        String[] words = Arrays.copyOf(new String[] {"yes", "no", "true", "false"}, 4 + more.length);
        System.arraycopy(more, 0, words, 4, more.length);
        return of(words);
    }

    @Override
    public Optional<String> fault(ConfigLine line, Facts facts) {
        Optional<String> missing = ArgumentSyntax.missing(line);
        if (missing.isPresent()) {
            return missing;
        }
        String argument = line.arguments().get(0);
        return isAllowed(argument)
                ? ArgumentSyntax.extra(line, 1)
                : Optional.of("unsupported option \"" + argument + "\".");
    }

    private boolean isAllowed(String argument) {
        for (String word : allowed) {
            if (word.equalsIgnoreCase(argument)) {
                return true;
            }
        }
        return false;
    }
}
