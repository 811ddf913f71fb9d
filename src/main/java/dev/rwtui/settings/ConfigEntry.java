package dev.rwtui.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One value of a file.
 *
 * @param prefix its section in lower case, then a dot and the subsection where there is one
 * @param name in lower case
 * @param value empty where there is no {@code =}, which means true
 * @param line from 1
 */
public record ConfigEntry(String prefix, String name, Optional<String> value, Path file, int line) {

    /** What is between {@code section.} and {@code .name}; empty where it is in another section, or in no subsection. */
    public Optional<String> subsectionOf(String section) {
        return prefix.startsWith(section + ".")
                ? Optional.of(prefix.substring(section.length() + 1))
                : Optional.empty();
    }

    /** The value, which has to be there. */
    public String text() throws ConfigException {
        return value.orElseThrow(() -> fault("has no value"));
    }

    /** Git's truth values; a name alone is true. */
    public boolean flag() throws ConfigException {
        return value.isEmpty()
                || Truth.of(value.get()).orElseThrow(() -> fault("is " + quoted() + " and has to be true or false"));
    }

    /** A whole number, with git's {@code k}, {@code m} and {@code g}. */
    public long number() throws ConfigException {
        String digits = text().strip();
        int unit = digits.isEmpty() ? -1 : "kmg".indexOf(Character.toLowerCase(digits.charAt(digits.length() - 1)));
        try {
            long count = Long.parseLong(unit < 0 ? digits : digits.substring(0, digits.length() - 1));
            return Math.multiplyExact(count, 1L << (10 * (unit + 1)));
        } catch (ArithmeticException | NumberFormatException e) {
            throw fault("is " + quoted() + " and has to be a whole number");
        }
    }

    /** Says what is wrong with it, and where it is. */
    public ConfigException fault(String why) {
        return ConfigException.malformed(file, line, prefix + "." + name + " " + why);
    }

    private String quoted() {
        return "\"" + value.orElse("") + "\"";
    }
}
