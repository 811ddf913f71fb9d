package dev.rwtui.ssh.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a failing question small: takes away options, files, lines, and then words, as long as it still fails. */
final class Shrinking {

    private Shrinking() {}

    static OracleQuestion shrink(OracleQuestion question, Predicate<OracleQuestion> fails) {
        OracleQuestion smallest = question;
        Optional<OracleQuestion> next = smaller(smallest).filter(fails).findFirst();
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller(smallest).filter(fails).findFirst();
        }
        return smallest;
    }

    /** Lazily, the boldest cuts first. */
    private static Stream<OracleQuestion> smaller(OracleQuestion question) {
        return Stream.of(
                        withoutOptions(question),
                        withoutFiles(question),
                        withoutLines(question),
                        withoutWords(question))
                .flatMap(candidates -> candidates);
    }

    private static Stream<OracleQuestion> withoutOptions(OracleQuestion question) {
        return question.options().isEmpty() ? Stream.empty() : Stream.of(question.with(List.of()));
    }

    private static Stream<OracleQuestion> withoutFiles(OracleQuestion question) {
        return question.tree().entries().keySet().stream()
                .filter(name -> !name.equals("config"))
                .sorted()
                .map(name -> question.with(question.tree().without(name)));
    }

    private static Stream<OracleQuestion> withoutLines(OracleQuestion question) {
        return question.tree().texts().entrySet().stream()
                .flatMap(file -> fewer(lines(file.getValue())).map(lines -> replaced(question, file.getKey(), lines)));
    }

    private static Stream<OracleQuestion> withoutWords(OracleQuestion question) {
        return question.tree().texts().entrySet().stream()
                .flatMap(
                        file -> shorter(lines(file.getValue())).map(lines -> replaced(question, file.getKey(), lines)));
    }

    /** Each of the lines with a word less. */
    private static Stream<List<String>> shorter(List<String> lines) {
        return Stream.iterate(0, at -> at + 1).limit(lines.size()).flatMap(at -> {
            String end = lines.get(at).endsWith("\n") ? "\n" : "";
            String line = lines.get(at).substring(0, lines.get(at).length() - end.length());
            List<String> words = Arrays.asList(line.split("(?<=\\s)(?=\\S)"));
            return words.size() < 2
                    ? Stream.empty()
                    : fewer(words)
                            .filter(left -> left.size() == words.size() - 1)
                            .map(left -> {
                                List<String> changed = new ArrayList<>(lines);
                                changed.set(at, String.join("", left) + end);
                                return changed;
                            });
        });
    }

    /** The half and the half, then all but one. */
    private static Stream<List<String>> fewer(List<String> of) {
        int half = of.size() / 2;
        Stream<List<String>> halves =
                half < 2 ? Stream.empty() : Stream.of(of.subList(0, half), of.subList(half, of.size()));
        Stream<List<String>> allButOne = Stream.iterate(0, at -> at + 1)
                .limit(of.size())
                .map(at -> {
                    List<String> left = new ArrayList<>(of);
                    left.remove((int) at);
                    return left;
                });
        return Stream.concat(halves, allButOne);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\n)"));
    }

    private static OracleQuestion replaced(OracleQuestion question, String name, List<String> lines) {
        Map<String, OracleTree.Entry> entries = question.tree().entries();
        String mode = entries.get(name) instanceof OracleTree.Entry.Text old ? old.mode() : "rw-r--r--";
        return question.with(question.tree().with(name, new OracleTree.Entry.Text(String.join("", lines), mode)));
    }
}
