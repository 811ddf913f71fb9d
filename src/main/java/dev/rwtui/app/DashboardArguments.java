package dev.rwtui.app;

import java.util.ArrayList;
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
        Optional<String> file = Optional.empty();
        List<String> options = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Optional<String> attached = attached(arguments[i]);
            if (attached.isEmpty()) {
                return Optional.empty();
            }
            boolean apart = attached.get().isEmpty();
            if (apart && i + 1 == arguments.length) {
                return Optional.empty();
            }
            String value = apart ? arguments[++i] : attached.get();
            if (arguments[apart ? i - 1 : i].startsWith("-F")) {
                file = file.or(() -> Optional.of(value));
            } else {
                options.add(value);
            }
        }
        return Optional.of(new DashboardArguments(Place.USERS_HOSTS, file, options));
    }

    /** What follows {@code -F} or {@code -o} in the same word; empty text where the value is the next word. */
    private static Optional<String> attached(String word) {
        return word.startsWith("-F") || word.startsWith("-o") ? Optional.of(word.substring(2)) : Optional.empty();
    }
}
