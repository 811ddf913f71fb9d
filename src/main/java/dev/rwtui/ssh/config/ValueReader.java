package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes values of the lines that apply to one name, by the forms that many keywords share. */
final class ValueReader {

    private static final Origin DEFAULT = new Origin.Default();

    private final Effective effective;

    ValueReader(Effective effective) {
        this.effective = effective;
    }

    static <T> Value<T> byDefault(T value) {
        return new Value<>(value, DEFAULT);
    }

    /** The first line wins. */
    <T> Value<T> one(String keyword, T otherwise, Function<String, T> parse) {
        Optional<Setting> setting = effective.first(keyword);
        return setting.isPresent()
                ? new Value<>(parse.apply(setting.get().first()), setting.get().origin())
                : byDefault(otherwise);
    }

    Value<Boolean> flag(String keyword, boolean otherwise) {
        return one(keyword, otherwise, Effective::isYes);
    }

    Value<Integer> number(String keyword, int otherwise) {
        return one(keyword, otherwise, text -> Numbers.integer(text).or(otherwise));
    }

    Value<AlgorithmList> algorithms(String keyword) {
        return one(keyword, AlgorithmList.silent(), text -> new AlgorithmList(Optional.of(text)));
    }

    /** The first line with anything on it; {@code none} is an empty list. */
    Value<List<String>> list(String keyword, List<String> otherwise, UnaryOperator<String> element) {
        Optional<Setting> setting = effective.worded(keyword);
        return setting.isPresent()
                ? new Value<>(elements(setting.get(), element), setting.get().origin())
                : byDefault(otherwise);
    }

    private static List<String> elements(Setting setting, UnaryOperator<String> element) {
        if (setting.first().equalsIgnoreCase("none")) {
            return List.of();
        }
        return setting.line().arguments().stream().map(element).toList();
    }

    /** Every line of a keyword, in order, each word once. */
    Value<List<String>> each(String keyword, List<String> otherwise, UnaryOperator<String> element) {
        List<Setting> settings = effective.all(keyword);
        return settings.isEmpty()
                ? byDefault(otherwise)
                : new Value<>(
                        settings.stream()
                                .map(Setting::first)
                                .filter(text -> !text.equalsIgnoreCase("none"))
                                .distinct()
                                .map(element)
                                .toList(),
                        settings.get(0).origin());
    }

    /** {@code none} leaves a time to be set by a later line; where none does, it is off and not a default. */
    Value<Optional<Duration>> time(String keyword) {
        Optional<Setting> setting = effective.timed(keyword).or(() -> effective.first(keyword));
        return setting.isPresent()
                ? new Value<>(seconds(setting.get().first()), setting.get().origin())
                : byDefault(Optional.empty());
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Numbers.seconds(text).or(0))).filter(time -> !time.isZero());
    }
}
