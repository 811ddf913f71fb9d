package dev.rwtui.python.model;

import java.util.Optional;

/**
 * A package in which an environment differs from what it is compared with.
 *
 * @param key its name, whoever installs it
 * @param here what is wanted, or what the first environment has; empty where that has nothing of the name
 * @param there what the environment has that is looked at; empty where it has nothing of the name
 */
public record Difference(PackageName key, Optional<Requirement> here, Optional<InstalledPackage> there) {

    /** The name as the side that has it spells it. */
    public String name() {
        return here.map(Requirement::name)
                .or(() -> there.map(InstalledPackage::name))
                .orElse(key.value());
    }

    /** {@code torch 2.1.0 / 2.1.2}; a side that has none is a dash; builds are said where the versions are one. */
    public String words() {
        String wanted = here.map(Requirement::constraint).map(Difference::words).orElse("-");
        String present = there.map(InstalledPackage::version).orElse("-");
        return name() + " " + (wanted.equals(present) ? wanted + builds() : wanted + " / " + present);
    }

    private static String words(Constraint constraint) {
        return constraint.words().isEmpty() ? "any" : constraint.words();
    }

    private String builds() {
        String wanted = here.map(Requirement::constraint)
                .filter(Constraint.Exact.class::isInstance)
                .map(Constraint.Exact.class::cast)
                .map(exact -> described(exact.channel(), exact.build(), exact.origin()))
                .orElse("");
        String present = there.map(one -> described(one.channel(), one.build(), one.origin()))
                .orElse("");
        return " (" + (wanted.isEmpty() ? "-" : wanted) + " / " + (present.isEmpty() ? "-" : present) + ")";
    }

    private static String described(Optional<String> channel, Optional<String> build, Optional<String> origin) {
        String place = channel.map(CondaSpec::channelName).orElse("");
        return origin.map(Origins::shown).orElse((place + " " + build.orElse("")).strip());
    }
}
