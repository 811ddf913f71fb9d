package dev.rwtui.platform;

import dev.rwtui.tui.terminal.Tty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The terminal on standard input, by stty(1). */
public final class SttyTty implements Tty {

    private static final long SECONDS = 5;

    private final String saved;
    private final List<String> raw;

    /**
     * Changes nothing yet.
     *
     * @param saved what {@code stty -g} said before anything was changed
     * @param raw arguments for stty, separated by blanks
     */
    public SttyTty(String saved, String raw) {
        this.saved = saved;
        this.raw = List.of(raw.split(" "));
    }

    @Override
    public Optional<Extent> size() {
        try {
            return extent(said(List.of("stty", "size")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From {@code rows columns}; empty where that is not what it says, or a terminal without a size. */
    public static Optional<Extent> extent(String rowsAndColumns) {
        String[] parts = rowsAndColumns.strip().split(" ");
        if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,3}") || !parts[1].matches("[1-9]\\d{0,3}")) {
            return Optional.empty();
        }
        return Optional.of(new Extent(Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
    }

    @Override
    public void raw() throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(raw);
        said(command);
    }

    @Override
    public void restore() throws IOException {
        said(List.of("stty", saved));
    }

    @Override
    public void stop() throws IOException {
        // The whole job, this process included: the call returns once somebody continues it.
        said(List.of("sh", "-c", "kill -s TSTP 0"));
    }

    /** What {@code stty} with that argument says of standard input. */
    static String said(String argument) throws IOException {
        return said(List.of("stty", argument));
    }

    private static String said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return said;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
        throw new IOException(String.join(" ", command) + " failed: " + said.strip());
    }
}
