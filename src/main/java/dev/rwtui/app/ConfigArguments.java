package dev.rwtui.app;

import dev.rwtui.cli.CommandWords;
import dev.rwtui.cli.ConfigReport;
import dev.rwtui.cli.ConfigReport.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of {@code rwtui config} where nothing is wrong with them and text is wanted. Recognised here, because
 * loading picocli would cost as much as reading the files.
 */
final class ConfigArguments {

    private ConfigArguments() {}

    /** Empty where the arguments are another command's, or wrong, or ask for what is not as quick: picocli's to tell. */
    static Optional<ConfigReport.Query> parse(String... arguments) {
        Optional<CommandWords> words = CommandWords.parse(arguments);
        if (words.isEmpty()
                || words.get().rest().isEmpty()
                || !words.get().rest().get(0).equals("config")) {
            return Optional.empty();
        }
        List<String> hosts = new ArrayList<>();
        Detail detail = Detail.VALUES;
        List<String> rest = words.get().rest();
        for (String word : rest.subList(1, rest.size())) {
            if (word.equals("--why")) {
                detail = Detail.ORIGINS;
            } else if (word.startsWith("-")) {
                return Optional.empty();
            } else {
                hosts.add(word);
            }
        }
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConfigReport.Query(
                        words.get().configurationFile(), words.get().options(), hosts, detail));
    }
}
