package dev.rwtui.settings;

import java.util.Locale;
import java.util.Optional;

/** Git's words for true and false; git-config(1), VALUES. */
final class Truth {

    private Truth() {}

    /** Empty where it is neither. */
    static Optional<Boolean> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0", "" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
