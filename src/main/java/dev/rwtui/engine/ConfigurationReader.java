package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.RoutePlanner;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.HostSummary;
import java.util.List;

/** Reads the user's configuration. */
public interface ConfigurationReader {

    /**
     * Reads every file again. Blocks; a fault in a file is part of the reading, never an exception.
     *
     * @param typed names that a person has typed: those that no file spells out are listed after the others
     */
    Reading read(List<HostAlias> typed);

    /**
     * The configuration at one moment.
     *
     * @param files those that were looked for, in order
     * @param hosts in the order of the files
     * @param problems {@code file:line: what is wrong}
     * @param patterns of {@code Host} lines with wildcards, in the order of the files
     * @param watched what the reading depends on
     * @param routes finds ways by this very reading
     */
    record Reading(
            List<Notice.LookedFor> files,
            List<HostSummary> hosts,
            List<String> problems,
            List<String> patterns,
            Watched watched,
            RoutePlanner routes) {
        public Reading {
            files = List.copyOf(files);
            hosts = List.copyOf(hosts);
            problems = List.copyOf(problems);
            patterns = List.copyOf(patterns);
        }
    }
}
