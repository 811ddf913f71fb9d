package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that apply to one name, in the order in which ssh meets them: command line, user's file, system's file, and,
 * where there is a second pass, the files once more. Grows while a name is looked up. There are few of them, so they are
 * searched as they are.
 */
final class Effective {

    private final List<Setting> settings = new ArrayList<>();

    void add(Setting setting) {
        settings.add(setting);
    }

    List<Setting> settings() {
        return settings;
    }

    List<Setting> all(String keyword) {
        List<Setting> all = List.of();
        for (Setting setting : settings) {
            if (setting.keyword().name().equals(keyword)) {
                all = all.isEmpty() ? new ArrayList<>(2) : all;
                all.add(setting);
            }
        }
        return all;
    }

    /** ssh_config(5): the first value wins. */
    Optional<Setting> first(String keyword) {
        for (Setting setting : settings) {
            if (setting.keyword().name().equals(keyword)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    boolean isOn(String keyword) {
        return first(keyword).filter(setting -> isYes(setting.first())).isPresent();
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true");
    }
}
