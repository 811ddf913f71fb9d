package dev.rwtui.ssh.config;

import java.util.List;

/** The patterns of ssh_config(5), section PATTERNS: {@code *}, {@code ?}, and {@code !} in lists. Case counts. */
final class Pattern {

    private Pattern() {}

    /** Whether the whole of {@code text} matches. Linear in memory, at worst quadratic in time. */
    static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int retry = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The rule of a {@code Host} line: some pattern matches, and no negated one does. */
    static boolean anyMatches(String text, List<String> patterns) {
        boolean some = false;
        for (String pattern : patterns) {
            boolean negated = pattern.startsWith("!");
            if (matches(text, negated ? pattern.substring(1) : pattern)) {
                if (negated) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /** A name that stands for itself alone. */
    static boolean isLiteral(String pattern) {
        return !pattern.startsWith("!") && pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }
}
