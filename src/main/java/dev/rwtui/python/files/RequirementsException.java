package dev.rwtui.python.files;

import java.util.Objects;

/** A file does not say what an environment is to have. The message says where and why: {@code environment.yml:3: …}. */
public final class RequirementsException extends Exception {

    private static final long serialVersionUID = 1L;

    RequirementsException(SourceFile file, int line, String why) {
        super(file.place(line) + why);
    }

    /** The message, which is always there. */
    public String words() {
        return Objects.requireNonNull(getMessage());
    }
}
