package dev.rwtui.app;

import dev.rwtui.cli.CommandWords;
import java.util.List;
import java.util.Optional;

/**
 * The arguments with which {@code rwtui} is the dashboard. Recognised here, because loading picocli would cost a third of
 * the time to the first frame.
 *
 * @param configurationFile the argument of {@code -F}
 * @param options the arguments of {@code -o}, in order
 */
record DashboardArguments(Place place, Optional<String> configurationFile, List<String> options) {

    /** What the dashboard shows. */
    enum Place {
        USERS_HOSTS,
        DEMO
    }

    DashboardArguments {
        options = List.copyOf(options);
    }

    /** Empty where the arguments are a subcommand's, or wrong: picocli will say which. */
    static Optional<DashboardArguments> parse(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("demo")) {
            return Optional.of(new DashboardArguments(Place.DEMO, Optional.empty(), List.of()));
        }
        Optional<CommandWords> words = CommandWords.parse(arguments);
        return words.isPresent() && words.get().rest().isEmpty()
                ? Optional.of(new DashboardArguments(
                        Place.USERS_HOSTS,
                        words.get().configurationFile(),
                        words.get().options()))
                : Optional.empty();
    }
}
