package dev.rwtui.platform;

import dev.rwtui.base.Cancellation;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Commands of the machine that rwtui runs on, so that what is asked of hosts can be asked here too. */
public final class ThisMachine implements Place {

    private final Map<String, String> environment;

    /** @param environment of what is run, in place of rwtui's own */
    public ThisMachine(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Running start(String command, Cancellation cancellation) throws PlaceException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Local(builder.start());
        } catch (IOException e) {
            throw new PlaceException("cannot run /bin/sh here: " + e.getMessage());
        }
    }

    private record Local(Process process) implements Running {
        @Override
        public InputStream output() {
            return process.getInputStream();
        }

        @Override
        public InputStream errors() {
            return process.getErrorStream();
        }

        @Override
        public OutputStream input() {
            return process.getOutputStream();
        }

        /**
         * Children too: a reader of theirs would otherwise wait for the last of them. The shell first, which would
         * otherwise go on with what comes after the child that it waits for.
         */
        @Override
        public void close() {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
