package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lines that apply to one name, in the order in which ssh meets them: command line, user's file, system's file, and,
 * where there is a second pass, the files once more. Grows while a name is looked up. There are few of them, so they are
 * searched as they are.
 */
final class Effective {

    private static final Origin DEFAULT = new Origin.Default();

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

    /** Those of a keyword, without what the same owner has said before: the user's and the system's count apart. */
    List<Setting> distinct(String keyword) {
        Set<String> ofUser = new HashSet<>();
        Set<String> ofSystem = new HashSet<>();
        List<Setting> distinct = new ArrayList<>();
        for (Setting setting : all(keyword)) {
            Set<String> said = setting.owner() == ParsedFile.Owner.USER ? ofUser : ofSystem;
            if (said.add(setting.first())) {
                distinct.add(setting);
            }
        }
        return distinct;
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

    /** The first argument of the first line; {@code otherwise} where there is none. */
    String text(String keyword, String otherwise) {
        Optional<Setting> setting = first(keyword);
        return setting.isPresent() ? setting.get().first() : otherwise;
    }

    /** Where the first value was set. */
    Origin origin(String keyword) {
        Optional<Setting> setting = first(keyword);
        return setting.isPresent() ? setting.get().origin() : DEFAULT;
    }

    boolean isSet(String keyword) {
        return first(keyword).isPresent();
    }

    boolean isOn(String keyword) {
        return isYes(text(keyword, "no"));
    }

    /** The first line whose time is not {@code none}, which ssh leaves to later lines. */
    Optional<Setting> timed(String keyword) {
        for (Setting setting : all(keyword)) {
            if (!setting.first().equals("none")) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** The first line with anything but a comment after its keyword. */
    Optional<Setting> worded(String keyword) {
        for (Setting setting : all(keyword)) {
            if (!setting.line().arguments().isEmpty()) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** The first line, unless it says {@code none}. */
    Optional<Setting> unlessNone(String keyword) {
        Optional<Setting> setting = first(keyword);
        return setting.isPresent() && setting.get().first().equalsIgnoreCase("none") ? Optional.empty() : setting;
    }

    /** The first line of a keyword that takes the rest of it, unless that is {@code none}. */
    Optional<Setting> command(String keyword) {
        Optional<Setting> setting = first(keyword);
        boolean none = setting.isPresent() && setting.get().line().command().equalsIgnoreCase("none");
        return none ? Optional.empty() : setting;
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true");
    }
}
