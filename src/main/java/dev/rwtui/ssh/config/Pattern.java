package dev.rwtui.ssh.config;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The patterns of ssh_config(5), section PATTERNS: {@code *}, {@code ?}, and {@code !} in lists. Case counts. */
final class Pattern {

    /** An element of a comma-separated list that is longer makes the whole list match nothing. */
    private static final int MAX_ELEMENT = 1_022;

    private Pattern() {}

    /** Whether the whole of {@code text} matches. Linear in memory, at worst quadratic in time. */
    static boolean matches(String text, String pattern) {
        // ssh compares bytes: a question mark stands for one of them.
        return isAscii(text) ? bytesMatch(text, pattern) : bytesMatch(bytes(text), bytes(pattern));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean bytesMatch(String text, String pattern) {
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

    /** What a list of patterns says of a text. */
    enum Verdict {
        MATCH,
        NO_MATCH,
        /** A negated pattern matches, whatever the others do. */
        NEGATED
    }

    /** A comma-separated list, as {@code Match} and {@code IgnoreUnknown} take it. */
    static Verdict inList(String text, String list) {
        Verdict verdict = Verdict.NO_MATCH;
        int start = 0;
        while (start < list.length()) {
            boolean negated = list.charAt(start) == '!';
            int from = negated ? start + 1 : start;
            int comma = list.indexOf(',', from);
            int end = comma < 0 ? list.length() : comma;
            if (end - from > MAX_ELEMENT) {
                return Verdict.NO_MATCH;
            }
            if (matches(text, list.substring(from, end))) {
                if (negated) {
                    return Verdict.NEGATED;
                }
                verdict = Verdict.MATCH;
            }
            start = end + 1;
        }
        return verdict;
    }

    /** As {@link #inList}, whatever the case of either. */
    static Verdict inListOfNames(String name, String list) {
        return inList(name.toLowerCase(Locale.ROOT), list.toLowerCase(Locale.ROOT));
    }

    /** A name that stands for itself alone. */
    static boolean isLiteral(String pattern) {
        return !pattern.startsWith("!") && pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }
}
