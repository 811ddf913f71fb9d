package dev.rwtui.ssh.config;

import java.util.Optional;
import java.util.function.Function;

/** Tells what {@code ssh} finds wrong with the arguments of a line, whether its block applies or not. */
interface ArgumentSyntax {

    /** Empty where nothing is wrong. */
    Optional<String> fault(ConfigLine line, Facts facts);

    /** What some arguments are checked against. */
    record Facts(ConfigFiles.Environment environment, Numbers.Services services, OpenSsh ssh) {

        static Facts of(Site site) {
            return new Facts(site.files().surroundings().environment(), site.files()::service, site.ssh());
        }

        ForwardSpec.Reader forwards() {
            return new ForwardSpec.Reader(Expansion.ofVariables(environment), services);
        }
    }

    /** What is wrong with a line of one argument, in which {@code check} finds what it finds. */
    static Optional<String> one(ConfigLine line, Function<String, Optional<String>> check) {
        Optional<String> fault = missing(line);
        if (fault.isEmpty()) {
            fault = check.apply(line.arguments().get(0));
        }
        return fault.isPresent() ? fault : extra(line, 1);
    }

    static Optional<String> missing(ConfigLine line) {
        return line.arguments().isEmpty() || line.arguments().get(0).isEmpty()
                ? Optional.of("Missing argument.")
                : Optional.empty();
    }

    static Optional<String> extra(ConfigLine line, int most) {
        return line.arguments().size() > most
                ? Optional.of("keyword " + line.keyword() + " extra arguments at end of line")
                : Optional.empty();
    }

    static Optional<String> why(Parsed<?> parsed) {
        return parsed instanceof Parsed.Bad<?> bad ? Optional.of(bad.why()) : Optional.empty();
    }

    /** Nothing, where it is good. */
    static Optional<String> unless(boolean good, String otherwise) {
        return good ? Optional.empty() : Optional.of(otherwise);
    }
}
