package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gathers the lines of {@code ssh -G}, each way of printing a value once. */
final class DumpLines {

    private final Effective effective;
    private final List<Explained> lines = new ArrayList<>();

    DumpLines(Effective effective) {
        this.effective = effective;
    }

    List<Explained> all() {
        return List.copyOf(lines);
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

    /** The first value as it is, or the default. */
    void text(String keyword, String otherwise) {
        put(keyword, effective.text(keyword, otherwise), effective.origin(keyword));
    }

    /** Not printed where it is not set. */
    void text(String keyword) {
        if (effective.isSet(keyword)) {
            text(keyword, "");
        }
    }

    /** Not printed where it is not set, or {@code none}. */
    void textUnlessNone(String keyword) {
        Optional<Setting> setting = effective.unlessNone(keyword);
        if (setting.isPresent()) {
            put(setting.get(), setting.get().first());
        }
    }

    void flag(String keyword, String otherwise) {
        put(keyword, Effective.isYes(effective.text(keyword, otherwise)) ? "yes" : "no", effective.origin(keyword));
    }

    /** One of several words; {@code yes} and {@code no} are printed by their synonyms. */
    void state(String keyword, String otherwise) {
        put(keyword, stated(effective.text(keyword, otherwise)), effective.origin(keyword));
    }

    static String stated(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "yes" -> "true";
            case "no", "off" -> "false";
            default -> word;
        };
    }

    void lowerCase(String keyword, String otherwise) {
        put(keyword, effective.text(keyword, otherwise).toLowerCase(Locale.ROOT), effective.origin(keyword));
    }

    void upperCase(String keyword, String otherwise) {
        put(keyword, effective.text(keyword, otherwise).toUpperCase(Locale.ROOT), effective.origin(keyword));
    }

    void number(String keyword, String otherwise) {
        int number = Numbers.integer(effective.text(keyword, otherwise)).or(0);
        put(keyword, Integer.toString(number), effective.origin(keyword));
    }

    /** A time; {@code none} leaves it to a later line, and then to the default. */
    void seconds(String keyword, String otherwise) {
        Optional<Setting> setting = effective.timed(keyword);
        if (setting.isPresent()) {
            put(
                    setting.get(),
                    Integer.toString(Numbers.seconds(setting.get().first()).or(0)));
        } else {
            put(keyword, otherwise, effective.origin(keyword));
        }
    }

    /** The rest of the line. */
    void command(String keyword) {
        Optional<Setting> setting = effective.command(keyword);
        if (setting.isPresent()) {
            put(setting.get(), setting.get().line().command());
        }
    }

    /** A line for each value; the same value twice is printed once. */
    void each(String keyword, List<String> otherwise) {
        List<Setting> settings = effective.distinct(keyword);
        for (Setting setting : settings) {
            put(setting, setting.first());
        }
        if (settings.isEmpty()) {
            for (String value : otherwise) {
                put(keyword, value, effective.origin(keyword));
            }
        }
    }

    /** All words of the first line that has some. */
    void oneLine(String keyword, List<String> otherwise) {
        Optional<Setting> setting = effective.worded(keyword);
        words(keyword, setting.isPresent() ? setting.get().line().arguments() : otherwise);
    }

    /** Words that stand for the first line that has some. */
    void words(String keyword, List<String> words) {
        Optional<Setting> setting = effective.worded(keyword);
        boolean none = words.isEmpty() || (words.size() == 1 && words.get(0).equalsIgnoreCase("none"));
        put(
                keyword,
                none ? "none" : String.join(" ", words),
                setting.isPresent() ? setting.get().origin() : new Origin.Default());
    }
}
