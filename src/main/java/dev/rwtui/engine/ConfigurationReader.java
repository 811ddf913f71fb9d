package dev.rwtui.engine;

import dev.rwtui.ssh.RoutePlanner;
import dev.rwtui.ssh.model.HostSummary;
import java.util.List;

/** Reads the user's configuration. */
public interface ConfigurationReader {

    /** Reads every file again. Blocks; a fault in a file is part of the reading, never an exception. */
    Reading read();

    /**
     * The configuration at one moment.
     *
     * @param files those that were looked for, in order
     * @param hosts in the order of the files
     * @param problems {@code file:line: what is wrong}
     * @param skipped {@code file:line} of each {@code Match} block
     * @param routes finds ways by this very reading
     */
    record Reading(
            List<Notice.LookedFor> files,
            List<HostSummary> hosts,
            List<String> problems,
            List<String> skipped,
            RoutePlanner routes) {
        public Reading {
            files = List.copyOf(files);
            hosts = List.copyOf(hosts);
            problems = List.copyOf(problems);
            skipped = List.copyOf(skipped);
        }
    }
}
