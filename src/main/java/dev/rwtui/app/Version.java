package dev.rwtui.app;

import java.util.Optional;

/** The version that the jar was built as. */
final class Version {

    private Version() {}

    /** From the jar's manifest; {@code development} where the classes run without a jar. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
