package dev.rwtui.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the figures were taken on. */
record Machine(String jdk, String processor, String ssh, String kernel, String load) {

    static Machine here() throws IOException {
        return new Machine(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", "
                        + System.getProperty("java.vendor"),
                Runtime.getRuntime().availableProcessors() + " x " + processorName(),
                said("ssh", "-V") + ", " + said("tmux", "-V"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    String text() {
        return "JDK: " + jdk + ". Processor: " + processor + ". " + ssh + ". " + kernel + ". Load at the beginning: "
                + load + ".";
    }

    private static String processorName() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(System.getProperty("os.arch"));
    }

    private static String said(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
