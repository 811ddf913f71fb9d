package dev.rwtui.ssh.config;

import java.util.Map;
import java.util.Optional;

/**
 * Replaces {@code %} tokens and <code>${VARIABLE}</code>, each only where a keyword allows it: ssh_config(5), sections
 * TOKENS and ENVIRONMENT VARIABLES.
 */
final class Expansion {

    private final Map<Character, String> tokens;
    private final Optional<ConfigFiles.Environment> environment;

    private Expansion(Map<Character, String> tokens, Optional<ConfigFiles.Environment> environment) {
        this.tokens = Map.copyOf(tokens);
        this.environment = environment;
    }

    static Expansion of(Map<Character, String> tokens) {
        return new Expansion(tokens, Optional.empty());
    }

    static Expansion of(Map<Character, String> tokens, ConfigFiles.Environment environment) {
        return new Expansion(tokens, Optional.of(environment));
    }

    /** Variables alone; a percent sign stands for itself. */
    static Expansion of(ConfigFiles.Environment environment) {
        return new Expansion(Map.of(), Optional.of(environment));
    }

    Parsed<String> expand(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Parsed<Piece> piece = piece(text, at);
            if (piece instanceof Parsed.Bad<Piece> bad) {
                return Parsed.bad(bad.why());
            }
            Piece good = ((Parsed.Good<Piece>) piece).value();
            out.append(good.text());
            at = good.end();
        }
        return Parsed.of(out.toString());
    }

    private Parsed<Piece> piece(String text, int at) {
        if (environment.isPresent() && text.startsWith("${", at)) {
            return variable(text, at + 2, environment.get());
        }
        if (text.charAt(at) == '%' && !tokens.isEmpty()) {
            return token(text, at + 1);
        }
        return Parsed.of(new Piece(text.substring(at, at + 1), at + 1));
    }

    private static Parsed<Piece> variable(String text, int start, ConfigFiles.Environment environment) {
        int close = text.indexOf('}', start);
        if (close < 0) {
            return Parsed.bad("environment variable '" + text.substring(start) + "' missing closing '}'");
        }
        if (close == start) {
            return Parsed.bad("zero-length environment variable");
        }
        String name = text.substring(start, close);
        return environment
                .variable(name)
                .map(value -> Parsed.of(new Piece(value, close + 1)))
                .orElseGet(() -> Parsed.bad("env var ${" + name + "} has no value"));
    }

    private Parsed<Piece> token(String text, int at) {
        if (at == text.length()) {
            return Parsed.bad("a % stands at the end of \"" + text + "\"");
        }
        char key = text.charAt(at);
        if (key == '%') {
            return Parsed.of(new Piece("%", at + 1));
        }
        String value = tokens.get(key);
        return value == null ? Parsed.bad("unknown key %" + key) : Parsed.of(new Piece(value, at + 1));
    }

    private record Piece(String text, int end) {}
}
