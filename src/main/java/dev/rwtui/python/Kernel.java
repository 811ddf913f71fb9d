package dev.rwtui.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.remote.Frame;
import java.util.Optional;

/**
 * A Jupyter kernel of python: {@code kernel.json} (jupyter-client, "Making kernels for Jupyter").
 *
 * @param name as {@code jupyter kernelspec list} prints it
 * @param owner the real prefix of the environment in which it lies; empty for one of the user or the machine
 * @param program what it runs
 * @param there whether that exists
 * @param prefix the real prefix of the program; empty where it cannot be told
 * @param resolved where the links of the program end
 */
record Kernel(String name, String owner, String program, boolean there, String prefix, String resolved) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty where it is no kernel of python, or not to be read. */
    static Optional<Kernel> of(Frame frame) {
        return program(frame.field(2))
                .filter(program -> Found.last(program).matches("(python|pypy)[0-9.]*"))
                .map(program -> new Kernel(
                        frame.field(0),
                        frame.field(1),
                        program,
                        frame.field(3).equals("there"),
                        frame.field(4),
                        frame.field(5)));
    }

    private static Optional<String> program(String json) {
        try {
            JsonNode program = JSON.readTree(json).path("argv").path(0);
            return program.isTextual() ? Optional.of(program.asText()) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** One that names no path runs the python of the environment in which it lies. */
    boolean runsIn(Found environment) {
        if (!program.startsWith("/")) {
            return !owner.isEmpty() && owner.equals(environment.real());
        }
        if (environment.python().startsWith("/")) {
            return program.equals(environment.python()) || resolved.equals(environment.program());
        }
        return program.startsWith(environment.prefix() + "/bin/")
                || (!prefix.isEmpty() && prefix.equals(environment.real()));
    }
}
