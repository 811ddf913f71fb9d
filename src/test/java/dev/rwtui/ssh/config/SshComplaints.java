package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code ssh} prints when it refuses a configuration. */
final class SshComplaints {

    /** {@code FILE line N: …} and {@code FILE: line N: …}. */
    private static final Pattern LOCATED = Pattern.compile("(.+?):? line ([0-9]+): (.*)", Pattern.DOTALL);

    /** What {@code ssh} calls its options; it has no lines, but says 0. */
    private static final String OPTIONS = "command-line";

    private SshComplaints() {}

    /** {@code FILE:LINE} of the first complaint that makes it refuse; {@code command line} for an option. */
    static Optional<String> place(String standardError) {
        return Arrays.stream(standardError.split("\n"))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .map(LOCATED::matcher)
                .filter(Matcher::matches)
                .filter(complaint -> !isRemark(complaint.group(3)))
                .findFirst()
                .map(complaint -> place(complaint.group(1), complaint.group(2)));
    }

    private static String place(String file, String line) {
        return file.equals(OPTIONS) ? new Origin.CommandLine().words() : file + ":" + line;
    }

    /** Said, and then gone on. */
    private static boolean isRemark(String what) {
        return what.startsWith("Unsupported option") || what.startsWith("Unable to expand user config file");
    }
}
