package dev.rwtui.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel says of a process (proc(5)). */
record ProcessFigures(long pid) {

    /** {@code USER_HZ}, which Linux shows to programs whatever its own clock is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final double KB_PER_KIB = 1024 / 1e3;
    private static final double MB_PER_KIB = 1024 / 1e6;

    /** User and system time of all its threads, in seconds. */
    double cpuSeconds() throws IOException {
        return ticks(Files.readString(file("stat"))) / TICKS_PER_SECOND;
    }

    /** {@code VmRSS}, in MB (10^6 bytes). */
    double resident() throws IOException {
        return kibibytes("VmRSS:", Files.readAllLines(file("status"))) * MB_PER_KIB;
    }

    /** {@code Pss} in kB (10^3 bytes): pages that others have too count by their share. */
    double proportional() throws IOException {
        return kibibytes("Pss:", Files.readAllLines(file("smaps_rollup"))) * KB_PER_KIB;
    }

    /** Fields 14 and 15; the second field is a name in parentheses, which may have anything in it. */
    static long ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    static long kibibytes(String field, List<String> lines) throws IOException {
        for (String line : lines) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("the process has ended");
    }

    private Path file(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }
}
