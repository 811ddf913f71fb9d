package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gathers the lines of {@code ssh -G}, each way of printing a value once. */
final class DumpLines {

    private static final Origin DEFAULT = new Origin.Default();

    private final Effective effective;
    private final List<Explained> lines = new ArrayList<>();

    DumpLines(Effective effective) {
        this.effective = effective;
    }

    List<Explained> all() {
        return List.copyOf(lines);
    }

    /** Where the first value of a keyword was set. */
    Origin origin(String keyword) {
        return effective.first(keyword).map(Setting::origin).orElse(DEFAULT);
    }

    void put(Setting setting, String value) {
        put(setting.keyword().name(), value, setting.origin());
    }

    void put(String keyword, String value, Origin origin) {
        Keyword known = Keywords.named(keyword.toLowerCase(Locale.ROOT));
        Explained.Standing standing = switch (known.treatment()) {
            case STRUCTURE, ACTED_ON -> Explained.Standing.ACTED_ON;
            case MISSED, KEPT, IGNORED -> Explained.Standing.KEPT;
        };
        lines.add(new Explained(keyword, value, origin, standing));
    }

    /** The first value as {@code shown}, or the default as it is. */
    void first(String keyword, String otherwise, UnaryOperator<String> shown) {
        Optional<Setting> setting = effective.first(keyword);
        put(keyword, setting.map(line -> shown.apply(line.first())).orElse(otherwise), origin(keyword));
    }

    void flag(String keyword, String otherwise) {
        first(keyword, otherwise, text -> Effective.isYes(text) ? "yes" : "no");
    }

    /** One of several words; {@code yes} and {@code no} are printed by their synonyms. */
    void state(String keyword, String otherwise) {
        first(keyword, otherwise, DumpLines::stated);
    }

    static String stated(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "yes" -> "true";
            case "no", "off" -> "false";
            default -> word;
        };
    }

    void word(String keyword, String otherwise) {
        first(keyword, otherwise, text -> text.toLowerCase(Locale.ROOT));
    }

    void number(String keyword, String otherwise) {
        first(keyword, otherwise, text -> Integer.toString(Numbers.integer(text).or(0)));
    }

    /** A time; {@code none} leaves it to a later line, and then to the default. */
    void seconds(String keyword, String otherwise) {
        Optional<Setting> setting = timed(keyword);
        put(
                keyword,
                setting.map(line ->
                                Integer.toString(Numbers.seconds(line.first()).or(0)))
                        .orElse(otherwise),
                setting.map(Setting::origin).orElseGet(() -> origin(keyword)));
    }

    Optional<Setting> timed(String keyword) {
        return effective.all(keyword).stream()
                .filter(line -> !line.first().equals("none"))
                .findFirst();
    }

    /** Not printed where it is not set. */
    void text(String keyword) {
        effective.first(keyword).ifPresent(setting -> put(setting, setting.first()));
    }

    Optional<Setting> unlessNone(String keyword) {
        return effective.first(keyword).filter(setting -> !setting.first().equalsIgnoreCase("none"));
    }

    /** The rest of the line. */
    void command(String keyword, UnaryOperator<String> shown) {
        SpecialDump.command(effective, keyword)
                .ifPresent(setting -> put(setting, shown.apply(setting.line().command())));
    }

    /** A line for each value; the same value twice is printed once. */
    void each(String keyword, List<String> otherwise) {
        List<Setting> settings = effective.all(keyword);
        List<String> seen = new ArrayList<>();
        for (Setting setting : settings) {
            if (!seen.contains(setting.first())) {
                seen.add(setting.first());
                put(setting, setting.first());
            }
        }
        if (settings.isEmpty()) {
            otherwise.forEach(value -> put(keyword, value, DEFAULT));
        }
    }

    /** All words of the first line that has some. */
    void oneLine(String keyword, List<String> otherwise, UnaryOperator<String> shown) {
        Optional<Setting> setting = effective.all(keyword).stream()
                .filter(line -> !line.line().arguments().isEmpty())
                .findFirst();
        List<String> words = setting.map(
                        line -> line.line().arguments().stream().map(shown).toList())
                .orElse(otherwise);
        boolean none = words.isEmpty() || (words.size() == 1 && words.get(0).equalsIgnoreCase("none"));
        put(
                keyword,
                none ? "none" : String.join(" ", words),
                setting.map(Setting::origin).orElse(DEFAULT));
    }
}
