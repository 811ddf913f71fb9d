package dev.rwtui.python.model;

import dev.rwtui.python.model.Marker.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the markers of PEP 508, with the names that setuptools once gave to the variables. */
final class MarkerParser {

    /** Deeper than any that a person or a tool writes. */
    private static final int DEEPEST = 64;

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|(===|==|~=|!=|<=|>=|<|>)|'([^']*)'|\"([^\"]*)\""
            + "|(not\\s+in\\b)|([A-Za-z_][A-Za-z0-9_.]*))\\s*");

    private static final Map<String, String> OLD_NAMES = Map.of(
            "os.name", "os_name",
            "sys.platform", "sys_platform",
            "platform.version", "platform_version",
            "platform.machine", "platform_machine",
            "platform.python_implementation", "platform_python_implementation",
            "python_implementation", "platform_python_implementation");

    private enum Kind {
        BRACKET,
        OPERATOR,
        LITERAL,
        WORD
    }

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens;
    private int next;
    private int depth;

    private MarkerParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Optional<Marker> parse(String text) {
        List<Token> tokens = tokens(text);
        MarkerParser parser = new MarkerParser(tokens);
        Marker marker = parser.or();
        return marker != null && parser.next == tokens.size() ? Optional.of(marker) : Optional.empty();
    }

    /** Empty where something in the text is no token. */
    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher m = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            m.region(at, text.length());
            if (!m.lookingAt()) {
                return List.of();
            }
            tokens.add(token(m));
            at = m.end();
        }
        return tokens;
    }

    private static Token token(Matcher m) {
        if (m.group(1) != null) {
            return new Token(Kind.BRACKET, m.group(1));
        }
        if (m.group(2) != null) {
            return new Token(Kind.OPERATOR, m.group(2));
        }
        if (m.group(5) != null) {
            return new Token(Kind.OPERATOR, "not in");
        }
        if (m.group(6) != null) {
            return new Token(m.group(6).equals("in") ? Kind.OPERATOR : Kind.WORD, m.group(6));
        }
        return new Token(Kind.LITERAL, m.group(3) == null ? m.group(4) : m.group(3));
    }

    private @Nullable Marker or() {
        List<Marker> parts = new ArrayList<>();
        do {
            Marker part = and();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (takes(Kind.WORD, "or"));
        return parts.size() == 1 ? parts.get(0) : new Marker.Or(parts);
    }

    private @Nullable Marker and() {
        List<Marker> parts = new ArrayList<>();
        do {
            Marker part = takes(Kind.BRACKET, "(") ? bracketed() : comparison();
            if (part == null) {
                return null;
            }
            parts.add(part);
        } while (takes(Kind.WORD, "and"));
        return parts.size() == 1 ? parts.get(0) : new Marker.And(parts);
    }

    private @Nullable Marker bracketed() {
        if (++depth > DEEPEST) {
            return null;
        }
        Marker inner = or();
        depth--;
        return takes(Kind.BRACKET, ")") ? inner : null;
    }

    private @Nullable Marker comparison() {
        if (next + 3 > tokens.size() || tokens.get(next + 1).kind() != Kind.OPERATOR) {
            return null;
        }
        Operand left = operand(tokens.get(next));
        Operand right = operand(tokens.get(next + 2));
        String operator = tokens.get(next + 1).text();
        next += 3;
        return left == null || right == null ? null : new Marker.Comparison(left, operator, right);
    }

    private static @Nullable Operand operand(Token token) {
        return switch (token.kind()) {
            case LITERAL -> new Operand.Literal(token.text());
            case WORD -> new Operand.Variable(OLD_NAMES.getOrDefault(token.text(), token.text()));
            case BRACKET, OPERATOR -> null;
        };
    }

    private boolean takes(Kind kind, String text) {
        boolean there = next < tokens.size() && tokens.get(next).equals(new Token(kind, text));
        next += there ? 1 : 0;
        return there;
    }
}
