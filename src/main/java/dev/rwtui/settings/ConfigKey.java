package dev.rwtui.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * The name of a value: {@code section.name} or {@code section.subsection.name}. Section and name are the same in any case,
 * a subsection is not.
 *
 * @param section letters, digits, {@code -} and {@code .}
 * @param subsection any text but line ends and NUL
 * @param name a letter, then letters, digits and {@code -}
 */
public record ConfigKey(String section, Optional<String> subsection, String name) {

    public ConfigKey {
        if (!section.matches("[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("no section: " + section);
        }
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("no name of a value: " + name);
        }
    }

    public static ConfigKey of(String section, String name) {
        return new ConfigKey(section, Optional.empty(), name);
    }

    public static ConfigKey of(String section, String subsection, String name) {
        return new ConfigKey(section, Optional.of(subsection), name);
    }

    /** Git's own name of the section that it is in. */
    String prefix() {
        String lower = section.toLowerCase(Locale.ROOT);
        return subsection.map(sub -> lower + "." + sub).orElse(lower);
    }

    public boolean names(ConfigEntry entry) {
        return entry.prefix().equals(prefix()) && entry.name().equalsIgnoreCase(name);
    }

    /** As {@code git config} takes it. */
    @Override
    public String toString() {
        return prefix() + "." + name;
    }
}
