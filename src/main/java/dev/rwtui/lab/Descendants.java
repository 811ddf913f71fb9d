package dev.rwtui.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that the lab's commands started. */
final class Descendants {

    private static final int ROUNDS = 100;

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
     * Kills what is left of the commands, and waits until it is dead: every process at home in, or working in, {@code
     * directory}. Only Linux shows that of processes; elsewhere one that outlived its command survives.
     */
    static void killStrays(Path directory) throws IOException {
        List<ProcessHandle> left = strays(directory);
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == ROUNDS) {
                throw new IOException("processes of the lab do not end: " + left);
            }
            left.forEach(ProcessHandle::destroyForcibly);
            awaitBriefly(left.get(0));
            left = strays(directory);
        }
    }

    /** Not for long: one that nobody reaps stays, as a zombie, but is no stray any more. */
    private static void awaitBriefly(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whoever calls looks again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ProcessHandle> strays(Path directory) {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isAtHome(process, directory)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // No /proc here.
        }
        return found;
    }

    private static boolean isAtHome(Path process, Path directory) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return Stream.of(environment.split("\0"))
                            .anyMatch(variable -> variable.startsWith("HOME=" + directory + "/"))
                    || Files.readSymbolicLink(process.resolve("cwd")).startsWith(directory);
        } catch (IOException e) {
            // Somebody else's, or gone by now.
            return false;
        }
    }
}
