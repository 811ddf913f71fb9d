package dev.rwtui.python.remedy;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.Posix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that change one environment, each of no more packages than a line of a shell takes. */
final class Commands {

    private static final int PACKAGES = 100;

    private final Environment target;

    Commands(Environment target) {
        this.target = target;
    }

    /** Whether pip is given all there is to be, or has to find what else is needed. */
    enum Dependencies {
        LISTED,
        RESOLVED
    }

    /** What brings conda, or the libraries that a module's python needs, into the shell. */
    Optional<String> activation() {
        boolean needed = Words.hasConda(target) || target.kind() == EnvironmentKind.MODULE;
        return target.activation().filter(line -> needed && !line.isBlank() && Words.isOneLine(line));
    }

    List<String> condaInstall(CondaWords words) {
        List<String> lines = new ArrayList<>();
        for (List<CondaWords.Word> some : chunks(words.words())) {
            List<String> command = conda("install");
            channels(words.words()).forEach(channel -> command.addAll(List.of("-c", channel)));
            some.forEach(word -> command.add(word.spec()));
            lines.add(line(command));
        }
        return lines;
    }

    /** The one that most come from first: conda prefers those that it is given earlier. */
    private static List<String> channels(List<CondaWords.Word> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        words.forEach(word -> word.channel().ifPresent(channel -> counts.merge(channel, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without {@code -y}: conda removes what needs a package along with it, and a person should see that. */
    List<String> condaRemove(List<String> names) {
        return chunks(names).stream()
                .map(some -> line(with(conda("remove"), some)))
                .toList();
    }

    List<String> pipInstall(PipWords words, Dependencies dependencies) {
        List<String> lines = new ArrayList<>();
        words.byIndex()
                .forEach((index, all) -> chunks(all).forEach(some -> {
                    pip("install").ifPresent(command -> {
                        command.addAll(dependencies == Dependencies.LISTED ? List.of("--no-deps") : List.of());
                        command.addAll(index.isEmpty() ? List.of() : List.of("--extra-index-url", index));
                        lines.add(line(with(command, some)));
                    });
                }));
        return lines;
    }

    List<String> pipRemove(List<String> names) {
        List<String> lines = new ArrayList<>();
        chunks(names)
                .forEach(some -> pip("uninstall").ifPresent(command -> {
                    command.addAll(isOfUv() ? List.of() : List.of("-y"));
                    lines.add(line(with(command, some)));
                }));
        return lines;
    }

    private List<String> conda(String verb) {
        String program = target.kind() == EnvironmentKind.MICROMAMBA ? "micromamba" : "conda";
        return new ArrayList<>(List.of(program, verb, "-p", target.prefix()));
    }

    /** Empty where there is no python to run it. */
    private Optional<List<String>> pip(String verb) {
        return target.interpreter()
                .map(python -> isOfUv() ? List.of("uv", "pip", verb, "-p", python) : List.of(python, "-m", "pip", verb))
                .map(ArrayList::new);
    }

    private boolean isOfUv() {
        return target.kind() == EnvironmentKind.UV;
    }

    private static List<String> with(List<String> command, List<String> more) {
        command.addAll(more);
        return command;
    }

    private static String line(List<String> words) {
        // Posix leaves options alone to whoever writes them: those of ours are letters and dashes.
        return String.join(
                " ",
                words.stream()
                        .map(word -> word.matches("--?[a-z-]+") ? word : Posix.quoted(word))
                        .toList());
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += PACKAGES) {
            chunks.add(all.subList(i, Math.min(all.size(), i + PACKAGES)));
        }
        return chunks;
    }
}
