package dev.rwtui.ssh.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A list of algorithms as it comes of the defaults and of what a configuration says about them. */
record NameList(List<String> all, List<String> defaults) {

    /** Bad where it has a negated pattern, or comes to nothing. */
    Parsed<List<String>> assemble(String configured) {
        char sign = configured.charAt(0);
        String rest = configured.substring(1);
        if (sign == '-') {
            return Parsed.of(defaults.stream()
                    .filter(name -> Pattern.inList(name, rest) != Pattern.Verdict.MATCH)
                    .toList());
        }
        return switch (sign) {
            case '+' -> expanded(joined(defaults, split(rest)));
            case '^' -> expanded(joined(split(rest), defaults));
            default -> expanded(split(configured));
        };
    }

    private Parsed<List<String>> expanded(List<String> patterns) {
        Set<String> names = new LinkedHashSet<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                return Parsed.bad("negated patterns are not supported in a list of algorithms");
            }
            all.stream()
                    .filter(name -> Pattern.inList(name, pattern) == Pattern.Verdict.MATCH)
                    .forEach(names::add);
        }
        return names.isEmpty() ? Parsed.bad("the list of algorithms is empty") : Parsed.of(List.copyOf(names));
    }

    private static List<String> split(String list) {
        return Arrays.asList(list.split(",", -1));
    }

    /** Of the second list, up to the first empty name. */
    private static List<String> joined(List<String> first, List<String> second) {
        Set<String> both = new LinkedHashSet<>(first);
        for (String name : second) {
            if (name.isEmpty()) {
                break;
            }
            both.add(name);
        }
        return List.copyOf(both);
    }
}
