package dev.rwtui.python.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a distribution in the one form that all its spellings share (PEP 503): lower case, runs of dots, dashes and
 * underscores as one dash.
 *
 * @param value {@code zope-interface} of {@code Zope.Interface}
 */
public record PackageName(String value) implements Comparable<PackageName> {

    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    public PackageName {
        value = SEPARATORS.matcher(value.strip()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    public static PackageName of(String spelling) {
        return new PackageName(spelling);
    }

    @Override
    public int compareTo(PackageName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
