package dev.rwtui.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes that the lab's commands started. */
final class Descendants {

    private Descendants() {}

    /** Kills a process and what it started. */
    static void kill(ProcessHandle process) {
        List<ProcessHandle> all = withDescendants(process);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Sends a signal, named without SIG, to a process and what it started: as a terminal would. */
    static void signal(ProcessHandle process, String name) {
        Stream<String> pids = withDescendants(process).stream().map(each -> Long.toString(each.pid()));
        List<String> command = Stream.concat(Stream.of("sh", "-c", "kill -s \"$0\" \"$@\"", name), pids)
                .toList();
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the signal " + name + " could not be sent", e);
        }
    }

    private static List<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /**
     * Kills what outlived the command that started it: every process with HOME inside {@code directory}. Only Linux shows
     * the environment of processes; elsewhere such a process survives.
     */
    static void killStrays(Path directory) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isAtHome(process, "HOME=" + directory)) {
                    handle(process).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException e) {
            // No /proc here.
        }
    }

    private static boolean isAtHome(Path process, String home) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return Stream.of(environment.split("\0")).anyMatch(variable -> variable.startsWith(home));
        } catch (IOException e) {
            // Somebody else's, or gone by now.
            return false;
        }
    }

    private static Optional<ProcessHandle> handle(Path process) {
        return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
    }
}
