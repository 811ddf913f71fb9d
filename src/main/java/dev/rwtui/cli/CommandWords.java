package dev.rwtui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line whose {@code -F} and {@code -o} have been taken out, wherever they stand and whether their value is in the
 * same word or the next, as getopt(3) has it for ssh. Free of picocli: the dashboard is recognised by it.
 *
 * @param configurationFile the argument of the last {@code -F}
 * @param options the arguments of {@code -o}, in order
 * @param rest the words that are neither, in order, and all from {@code --} on; after {@code exec HOST} all belong to the
 *     remote command
 */
public record CommandWords(Optional<String> configurationFile, List<String> options, List<String> rest) {

    public CommandWords {
        options = List.copyOf(options);
        rest = List.copyOf(rest);
    }

    /** Empty where a value is missing. */
    public static Optional<CommandWords> parse(String... arguments) {
        Optional<String> file = Optional.empty();
        List<String> options = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean over = false;
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            over |= word.equals("--") || namesRemoteHost(rest);
            boolean isFile = word.startsWith("-F");
            if (over || (!isFile && !word.startsWith("-o"))) {
                rest.add(word);
                continue;
            }
            boolean apart = word.length() == 2;
            if (apart && i + 1 == arguments.length) {
                return Optional.empty();
            }
            String value = apart ? arguments[++i] : word.substring(2);
            if (isFile) {
                file = Optional.of(value);
            } else {
                options.add(value);
            }
        }
        return Optional.of(new CommandWords(file, options, rest));
    }

    private static boolean namesRemoteHost(List<String> words) {
        List<String> names =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        return names.size() > 1 && names.get(0).equals(ExecCommand.NAME);
    }
}
