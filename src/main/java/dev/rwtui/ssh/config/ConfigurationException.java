package dev.rwtui.ssh.config;

import java.util.List;
import java.util.stream.Collectors;

/** {@code ssh} would refuse the configuration for this name. Holds every problem, in the order of the files. */
public final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ConfigurationException(List<Problem> problems) {
        this.problems = List.copyOf(problems);
    }

    /** Made when it is asked for: whoever shows the problems has no need of it, and there may be very many. */
    @Override
    public String getMessage() {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }

    /** Never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
