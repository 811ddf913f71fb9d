package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.Outline.Block;
import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be said of a configuration without asking for a name. */
record Listing(List<HostEntry> hosts, List<String> patterns, List<Problem> unknown) {

    static Listing of(Outline outline) {
        Collector collector = new Collector(outline);
        for (int number = 0; number < outline.size(); number++) {
            collector.see(outline.block(number));
        }
        List<Problem> unknown = collector.unknown.stream()
                .filter(line -> collector.ignored.stream()
                        .noneMatch(list -> Pattern.inListOfNames(line.keyword(), list) == Pattern.Verdict.MATCH))
                .map(UnknownLine::problem)
                .toList();
        return new Listing(List.copyOf(collector.hosts.values()), List.copyOf(collector.patterns), unknown);
    }

    private static final class Collector {

        private final Outline outline;
        private final Map<String, HostEntry> hosts = new LinkedHashMap<>();
        private final Set<String> patterns = new LinkedHashSet<>();
        private final List<UnknownLine> unknown = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        Collector(Outline outline) {
            this.outline = outline;
        }

        void see(Block block) {
            if (block.condition() instanceof HostLine host) {
                // A name matches itself; only what is negated on its own line can keep it out.
                List<String> negated = host.patterns().stream()
                        .filter(pattern -> pattern.startsWith("!"))
                        .map(pattern -> pattern.substring(1))
                        .toList();
                for (String pattern : host.patterns()) {
                    see(pattern, negated, host, block);
                }
            }
            block.nodes().forEach(this::see);
        }

        private void see(String pattern, List<String> negated, HostLine host, Block block) {
            if (!Pattern.isLiteral(pattern)) {
                if (!pattern.startsWith("!") && !pattern.equals("*")) {
                    patterns.add(pattern);
                }
            } else if (!hosts.containsKey(pattern) && !Pattern.anyMatches(pattern, negated) && passes(pattern, block)) {
                hosts.computeIfAbsent(
                        pattern, name -> new HostEntry(new HostAlias(name), host.description(), host.origin()));
            }
        }

        /** Whether what is around a block lets a name in: includes stand in blocks of their own. A Match may let anybody. */
        private boolean passes(String name, Block block) {
            if (block.gate() == Outline.NO_GATE) {
                return true;
            }
            Block around = outline.block(block.gate());
            boolean open = !(around.condition() instanceof HostLine host) || Pattern.anyMatches(name, host.patterns());
            return open && passes(name, around);
        }

        private void see(Node node) {
            if (node instanceof UnknownLine line) {
                unknown.add(line);
            } else if (node instanceof Setting setting
                    && setting.keyword().name().equals("ignoreunknown")) {
                ignored.add(setting.first());
            }
        }
    }
}
