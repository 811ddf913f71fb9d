package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.HostLine;
import dev.rwtui.ssh.config.ParsedFile.IncludeLine;
import dev.rwtui.ssh.config.ParsedFile.MatchLine;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lines that apply to one name, in the order in which ssh meets them: command line, user's file, system's file.
 *
 * @param unknown keywords that nobody knows and no {@code IgnoreUnknown} in force names
 */
record Effective(List<Setting> settings, List<Problem> unknown) {

    Effective {
        settings = List.copyOf(settings);
        unknown = List.copyOf(unknown);
    }

    static Effective of(String name, List<ParsedFile> sources) {
        Walk walk = new Walk(name);
        sources.forEach(walk::file);
        return new Effective(walk.settings, walk.unknown);
    }

    Stream<Setting> all(String keyword) {
        return settings.stream().filter(setting -> setting.keyword().name().equals(keyword));
    }

    /** ssh_config(5): the first value wins. */
    Optional<Setting> first(String keyword) {
        return all(keyword).findFirst();
    }

    boolean isOn(String keyword) {
        return first(keyword).filter(setting -> isYes(setting.first())).isPresent();
    }

    static boolean isYes(String word) {
        return word.equalsIgnoreCase("yes") || word.equalsIgnoreCase("true");
    }

    /** Whether a pattern list of {@code IgnoreUnknown} names a keyword. */
    static boolean ignores(String patterns, String keyword) {
        return Pattern.anyMatches(
                keyword, Arrays.asList(patterns.toLowerCase(Locale.ROOT).split(",")));
    }

    /** Goes through files with the state that ssh keeps while it reads: does the current block apply. */
    private static final class Walk {

        private final String name;
        private final List<Setting> settings = new ArrayList<>();
        private final List<Problem> unknown = new ArrayList<>();
        private Optional<String> ignored = Optional.empty();
        private boolean applies;

        /** Inside an include of a block that does not apply: no block in there does. */
        private boolean barred;

        Walk(String name) {
            this.name = name;
        }

        void file(ParsedFile file) {
            applies = true;
            file.nodes().forEach(this::node);
        }

        private void node(Node node) {
            if (node instanceof Setting setting) {
                apply(setting);
            } else if (node instanceof HostLine host) {
                applies = !barred && Pattern.anyMatches(name, host.patterns());
            } else if (node instanceof MatchLine) {
                applies = false;
            } else if (node instanceof IncludeLine include) {
                include.files().forEach(this::included);
            } else if (node instanceof UnknownLine line && !isIgnored(line.keyword())) {
                unknown.add(line.problem());
            }
        }

        private void apply(Setting setting) {
            if (!applies) {
                return;
            }
            settings.add(setting);
            if (ignored.isEmpty() && setting.keyword().name().equals("ignoreunknown")) {
                ignored = Optional.of(setting.first());
            }
        }

        /** What a block inside an included file decides ends with that file. */
        private void included(ParsedFile file) {
            boolean appliedBefore = applies;
            boolean barredBefore = barred;
            barred = barred || !applies;
            file.nodes().forEach(this::node);
            barred = barredBefore;
            applies = appliedBefore;
        }

        private boolean isIgnored(String keyword) {
            return ignored.filter(patterns -> ignores(patterns, keyword)).isPresent();
        }
    }
}
