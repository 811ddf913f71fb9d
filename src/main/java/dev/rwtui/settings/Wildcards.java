package dev.rwtui.settings;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns for paths as gitignore(5) has them: {@code *} and {@code ?} stay within a name, {@code **} between slashes does not. */
final class Wildcards {

    private Wildcards() {}

    /**
     * For whole paths.
     *
     * @param flags of {@link Pattern}
     */
    static Predicate<String> of(String pattern, int flags) {
        try {
            return Pattern.compile(expression(pattern), flags | Pattern.DOTALL).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            return path -> false;
        }
    }

    /** A pattern for exactly this path. */
    static String literal(String path) {
        return path.replaceAll("[*?\\[\\\\]", "\\\\$0");
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean between = i == 0 || pattern.charAt(i - 1) == '/';
            if (between && pattern.startsWith("**/", i)) {
                expression.append("(?:.*/)?");
                i += 2;
            } else if (between && pattern.startsWith("**", i) && i + 2 == pattern.length()) {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (c == '[' && pattern.indexOf(']', i + 2) > 0) {
                int end = pattern.indexOf(']', i + 2);
                expression.append(set(pattern.substring(i + 1, end)));
                i = end;
            } else {
                i += c == '\\' && i + 1 < pattern.length() ? 1 : 0;
                expression.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        return expression.toString();
    }

    private static String set(String members) {
        boolean negated = members.startsWith("!") || members.startsWith("^");
        String plain = (negated ? members.substring(1) : members).replaceAll("[\\[\\\\&^]", "\\\\$0");
        return (negated ? "[^/" : "[") + plain + "]";
    }
}
