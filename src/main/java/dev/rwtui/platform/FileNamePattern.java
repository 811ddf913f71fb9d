package dev.rwtui.platform;

import java.util.Set;

/**
 * One part of a path, by the rules of the glob(3) that ssh brings along: {@code *}, {@code ?}, <code>[a-z]</code>,
 * <code>[!a]</code>, <code>[[:digit:]]</code> and backslash escapes; a bracket that is never closed is a character, and so is
 * a circumflex within one. Not by way of a regular expression: a directory of includes is read before
 * anything else is, and their engine takes longer to load than the files.
 */
record FileNamePattern(String pattern) {

    private static final Set<String> CLASSES = Set.of(
            "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper",
            "xdigit");

    private static final char DELETE = 0x7f;

    boolean matches(String name) {
        int at = 0;
        int in = 0;
        // Where the last star stands, and how much of the name it has taken: one more whenever the rest does not match.
        int star = -1;
        int taken = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                taken = in;
            } else if (at < pattern.length() && accepts(at, name.charAt(in))) {
                at = after(at);
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private boolean accepts(int at, char c) {
        char wanted = pattern.charAt(at);
        if (wanted == '?') {
            return true;
        }
        int close = close(at);
        if (close > 0) {
            return accepts(at + 1, close, c);
        }
        return c == (isEscape(at) ? pattern.charAt(at + 1) : wanted);
    }

    /** Whether a character is among those from one place to another, without the one. */
    private boolean accepts(int from, int to, char c) {
        boolean negated = pattern.charAt(from) == '!';
        boolean found = false;
        for (int at = negated ? from + 1 : from; at < to; at++) {
            int end = endOfClass(at);
            if (end > 0) {
                found |= isOfClass(pattern.substring(at + 2, end), c);
                at = end + 1;
                continue;
            }
            char low = pattern.charAt(at);
            boolean range = at + 2 < to && pattern.charAt(at + 1) == '-';
            char high = range ? pattern.charAt(at + 2) : low;
            found |= low <= c && c <= high;
            at = range ? at + 2 : at;
        }
        return found != negated;
    }

    private int after(int at) {
        int close = close(at);
        return close > 0 ? close + 1 : isEscape(at) ? at + 2 : at + 1;
    }

    private boolean isEscape(int at) {
        return pattern.charAt(at) == '\\' && at + 1 < pattern.length();
    }

    /** Of a bracket that opens here; a bracket right behind it, or behind its sign, stands for itself. */
    private int close(int at) {
        if (pattern.charAt(at) != '[' || at + 1 == pattern.length()) {
            return -1;
        }
        int in = pattern.charAt(at + 1) == '!' ? at + 2 : at + 1;
        for (boolean first = true; in < pattern.length(); first = false) {
            int end = endOfClass(in);
            if (end > 0) {
                in = end + 2;
            } else if (pattern.charAt(in) == ']' && !first) {
                return in;
            } else {
                in++;
            }
        }
        return -1;
    }

    /** Of the colon that closes a class of POSIX which opens here, or -1. */
    private int endOfClass(int at) {
        int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
        return end > 0 && CLASSES.contains(pattern.substring(at + 2, end)) ? end : -1;
    }

    private static boolean isOfClass(String name, char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean lower = c >= 'a' && c <= 'z';
        boolean upper = c >= 'A' && c <= 'Z';
        boolean graphic = c > ' ' && c < DELETE;
        return switch (name) {
            case "alnum" -> digit || lower || upper;
            case "alpha" -> lower || upper;
            case "blank" -> c == ' ' || c == '\t';
            case "cntrl" -> c < ' ' || c == DELETE;
            case "digit" -> digit;
            case "graph" -> graphic;
            case "lower" -> lower;
            case "print" -> graphic || c == ' ';
            case "punct" -> graphic && !digit && !lower && !upper;
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "upper" -> upper;
            default -> digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
    }
}
