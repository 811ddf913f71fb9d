package dev.rwtui.ssh.hostkey;

import java.util.List;
import java.util.Locale;

/** A comma-separated list of patterns with {@code *}, {@code ?} and negation by {@code !}, as PATTERNS of ssh_config(5). */
final class NamePatterns {

    private NamePatterns() {}

    /** True where one pattern matches and no negated one does. Case does not matter. */
    static boolean match(String patterns, String name) {
        boolean matched = false;
        for (String pattern : List.of(patterns.toLowerCase(Locale.ROOT).split(","))) {
            boolean negated = pattern.startsWith("!");
            if (glob(negated ? pattern.substring(1) : pattern, name.toLowerCase(Locale.ROOT))) {
                if (negated) {
                    return false;
                }
                matched = true;
            }
        }
        return matched;
    }

    /** Remembers the last star only: linear in practice, never exponential. */
    private static boolean glob(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
