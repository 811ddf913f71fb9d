package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.IncludeLine;
import dev.rwtui.ssh.config.ParsedFile.MatchLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What can be said of a configuration without asking for a name. */
record Listing(List<HostEntry> hosts, List<Problem> unknown) {

    static Listing of(List<ParsedFile> files) {
        Collector collector = new Collector();
        for (ParsedFile file : files) {
            collector.file(file, name -> true);
        }
        List<Problem> unknown = collector.unknown.stream()
                .filter(line -> collector.ignored.stream().noneMatch(list -> Effective.ignores(list, line.keyword())))
                .map(UnknownLine::problem)
                .toList();
        return new Listing(List.copyOf(collector.hosts.values()), unknown);
    }

    private static final class Collector {

        private final Map<String, HostEntry> hosts = new LinkedHashMap<>();
        private final List<UnknownLine> unknown = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        /** @param outer whether a name gets as far as this file: includes stand in blocks of their own */
        void file(ParsedFile file, Predicate<String> outer) {
            Predicate<String> block = outer;
            for (Node node : file.nodes()) {
                if (node instanceof HostLine host) {
                    block = outer.and(name -> Pattern.anyMatches(name, host.patterns()));
                    entries(host, block);
                } else if (node instanceof MatchLine) {
                    block = name -> false;
                } else if (node instanceof IncludeLine include) {
                    for (ParsedFile included : include.files()) {
                        file(included, block);
                    }
                } else {
                    line(node);
                }
            }
        }

        private void entries(HostLine host, Predicate<String> block) {
            host.patterns().stream()
                    .filter(Pattern::isLiteral)
                    .filter(block)
                    .forEach(name -> hosts.putIfAbsent(
                            name, new HostEntry(new HostAlias(name), host.description(), host.origin())));
        }

        private void line(Node node) {
            if (node instanceof UnknownLine line) {
                unknown.add(line);
            } else if (node instanceof Setting setting
                    && setting.keyword().name().equals("ignoreunknown")) {
                ignored.add(setting.first());
            }
        }
    }
}
