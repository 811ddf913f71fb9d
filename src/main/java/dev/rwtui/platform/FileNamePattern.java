package dev.rwtui.platform;

/**
 * fnmatch(3) on one part of a path: {@code *}, {@code ?}, <code>[a-z]</code>, <code>[!a]</code> and backslash escapes; a
 * bracket that is never closed is a character. Not by way of a regular expression: a directory of includes is read before
 * anything else is, and their engine takes longer to load than the files.
 */
record FileNamePattern(String pattern) {

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
        boolean negated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
        boolean found = false;
        for (int at = negated ? from + 1 : from; at < to; at++) {
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
        char first = pattern.charAt(at + 1);
        return pattern.indexOf(']', first == '!' || first == '^' ? at + 3 : at + 2);
    }
}
