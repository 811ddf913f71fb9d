package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that apply to one name, in the order in which ssh meets them: command line, user's file, system's file, and,
 * where there is a second pass, the files once more. Grows while a name is looked up.
 */
final class Effective {

    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, List<Setting>> byKeyword = new HashMap<>();

    void add(Setting setting) {
        settings.add(setting);
        byKeyword
                .computeIfAbsent(setting.keyword().name(), key -> new ArrayList<>(2))
                .add(setting);
    }

    List<Setting> settings() {
        return settings;
    }

    List<Setting> all(String keyword) {
        return byKeyword.getOrDefault(keyword, List.of());
    }

    /** ssh_config(5): the first value wins. */
    Optional<Setting> first(String keyword) {
        List<Setting> all = byKeyword.get(keyword);
        return all == null ? Optional.empty() : Optional.of(all.get(0));
    }

    boolean isOn(String keyword) {
        return first(keyword).filter(setting -> isYes(setting.first())).isPresent();
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true");
    }
}
