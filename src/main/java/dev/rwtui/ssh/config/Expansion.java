package dev.rwtui.ssh.config;

import java.util.Optional;

/**
 * Replaces {@code %} tokens and <code>${VARIABLE}</code>, each only where a keyword allows it: ssh_config(5), sections
 * TOKENS and ENVIRONMENT VARIABLES.
 */
final class Expansion {

    private static final String UNSET = " has no value";

    private final Optional<Source> tokens;
    private final Optional<ConfigFiles.Environment> environment;

    private Expansion(Optional<Source> tokens, Optional<ConfigFiles.Environment> environment) {
        this.tokens = tokens;
        this.environment = environment;
    }

    /** What tokens stand for. */
    @FunctionalInterface
    interface Source {
        /** Empty for one that is not allowed there; never asked for {@code %%}. */
        Optional<String> token(char key);
    }

    static Expansion of(Source tokens) {
        return new Expansion(Optional.of(tokens), Optional.empty());
    }

    static Expansion of(Source tokens, ConfigFiles.Environment environment) {
        return new Expansion(Optional.of(tokens), Optional.of(environment));
    }

    /** Variables alone; a percent sign stands for itself. */
    static Expansion ofVariables(ConfigFiles.Environment environment) {
        return new Expansion(Optional.empty(), Optional.of(environment));
    }

    Parsed<String> expand(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('$') < 0) {
            return Parsed.of(text);
        }
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

    /** Whether an expansion failed for a variable that is not set, which some keywords forgive. */
    static boolean missesVariable(Parsed.Bad<?> expansion) {
        return expansion.why().endsWith(UNSET);
    }

    private Parsed<Piece> piece(String text, int at) {
        if (environment.isPresent() && text.startsWith("${", at)) {
            return variable(text, at + 2, environment.get());
        }
        if (text.charAt(at) == '%' && tokens.isPresent()) {
            return token(text, at + 1, tokens.get());
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
                .orElseGet(() -> Parsed.bad("env var ${" + name + "}" + UNSET));
    }

    private static Parsed<Piece> token(String text, int at, Source tokens) {
        if (at == text.length()) {
            return Parsed.bad("a % stands at the end of \"" + text + "\"");
        }
        char key = text.charAt(at);
        if (key == '%') {
            return Parsed.of(new Piece("%", at + 1));
        }
        return tokens.token(key)
                .map(value -> Parsed.of(new Piece(value, at + 1)))
                .orElseGet(() -> Parsed.bad("unknown key %" + key));
    }

    private record Piece(String text, int end) {}
}
