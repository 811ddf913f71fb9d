package dev.rwtui.ssh.config;

import java.util.Optional;

/** The argument of {@code IdentityAgent} and {@code ForwardAgent}: a path, <code>${VARIABLE}</code> or {@code $VARIABLE}. */
final class AgentPath {

    private AgentPath() {}

    /** What is wrong with it. */
    static Optional<String> fault(String argument, ArgumentSyntax.Facts facts) {
        if (!Expansion.ofVariables(facts.environment()).expand(argument).isGood()) {
            return Optional.of("Invalid environment expansion " + argument + ".");
        }
        boolean legacy = argument.startsWith("$") && !argument.startsWith("${");
        return legacy && !argument.matches("\\$[A-Za-z0-9_]+")
                ? Optional.of("Invalid environment name " + argument + ".")
                : Optional.empty();
    }
}
