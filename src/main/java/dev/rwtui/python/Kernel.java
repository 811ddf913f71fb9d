package dev.rwtui.python;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.remote.Frame;
import java.util.ArrayList;
import java.util.List;
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

    /** Something that a kernel and the environment in which it runs have in common. */
    record Mark(By by, String path) {}

    /** What a mark is. */
    enum By {
        /** The environment in which it lies. */
        OWNER,
        PROGRAM,
        /** Where the program's links end. */
        RESOLVED,
        /** The directory above a {@code bin} on the program's path. */
        BIN,
        /** The real prefix. */
        PREFIX
    }

    /** It runs where one of these is the environment's too. One that names no path runs the python of its owner. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        if (!program.startsWith("/")) {
            mark(marks, By.OWNER, owner);
            return marks;
        }
        mark(marks, By.PROGRAM, program);
        mark(marks, By.RESOLVED, resolved);
        mark(marks, By.PREFIX, prefix);
        for (int bin = program.indexOf("/bin/"); bin >= 0; bin = program.indexOf("/bin/", bin + 1)) {
            mark(marks, By.BIN, program.substring(0, bin));
        }
        return marks;
    }

    /** Pythons of a system share their prefix, so that it tells nothing of them. */
    static List<Mark> marksOf(Found environment) {
        List<Mark> marks = new ArrayList<>();
        mark(marks, By.OWNER, environment.real());
        if (environment.python().startsWith("/")) {
            mark(marks, By.PROGRAM, environment.python());
            mark(marks, By.RESOLVED, environment.program());
        } else {
            mark(marks, By.BIN, environment.prefix());
            mark(marks, By.PREFIX, environment.real());
        }
        return marks;
    }

    private static void mark(List<Mark> marks, By by, String path) {
        if (!path.isEmpty()) {
            marks.add(new Mark(by, path));
        }
    }
}
