package dev.rwtui.python.files;

import dev.rwtui.python.model.Requirements;
import java.util.Optional;
import java.util.function.Function;

/** stub */
public final class RequirementFiles {
    public static Requirements read(String name, String text, Function<String, Optional<String>> beside)
            throws RequirementsException {
        throw new RequirementsException("stub");
    }
}
