package dev.rwtui.python.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which versions a match spec of conda wants: commas bind tighter than bars, brackets bind tightest. */
public sealed interface CondaVersions {

    static CondaVersions any() {
        return new All(List.of());
    }

    boolean admit(String version);

    /** Empty where conda would call the text malformed. */
    static Optional<CondaVersions> parse(String text) {
        return CondaVersionsReader.read(text);
    }

    /** All of them. */
    record All(List<CondaVersions> parts) implements CondaVersions {
        @Override
        public boolean admit(String version) {
            return parts.stream().allMatch(part -> part.admit(version));
        }
    }

    /** Any of them. */
    record Any(List<CondaVersions> parts) implements CondaVersions {
        @Override
        public boolean admit(String version) {
            return parts.stream().anyMatch(part -> part.admit(version));
        }
    }

    /** A text with {@code *} somewhere before its end, which is compared letter by letter. */
    record Globbed(String pattern) implements CondaVersions {
        @Override
        public boolean admit(String version) {
            return Globs.match(pattern, version);
        }
    }

    /**
     * One comparison.
     *
     * @param operator {@code =} for what begins with the bound, {@code !=*} for what does not
     */
    record Relation(String operator, CondaVersion bound) implements CondaVersions {

        private static final Pattern FORM = Pattern.compile("(==|!=|<=|>=|~=|<|>|=)?([^=<>!~].*)");

        static Optional<CondaVersions> parse(String text) {
            Matcher m = FORM.matcher(text);
            if (!m.matches()) {
                return Optional.empty();
            }
            String operator = m.group(1) == null ? "" : m.group(1);
            String bound = m.group(2);
            if (bound.equals("*")) {
                return operator.equals("!=") ? Optional.empty() : Optional.of(any());
            }
            String stem = bound.endsWith("*") ? bound.replaceFirst("\\.?\\*+$", "") : bound;
            if (stem.indexOf('*') >= 0) {
                return operator.isEmpty() || operator.equals("==") || operator.equals("=")
                        ? Optional.of(new Globbed(bound))
                        : Optional.empty();
            }
            String meant = meant(operator, !stem.equals(bound));
            return CondaVersion.parse(stem).map(version -> new Relation(meant, version));
        }

        private static String meant(String operator, boolean star) {
            return switch (operator) {
                case "", "==" -> star ? "=" : "==";
                case "!=" -> star ? "!=*" : "!=";
                default -> operator;
            };
        }

        @Override
        public boolean admit(String version) {
            return CondaVersion.parse(version).filter(this::admits).isPresent();
        }

        private boolean admits(CondaVersion version) {
            int order = version.compareTo(bound);
            return switch (operator) {
                case "=" -> version.beginsWith(bound);
                case "!=*" -> !version.beginsWith(bound);
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "~=" -> order >= 0 && version.beginsWith(bound.shortened());
                default -> order == 0;
            };
        }
    }
}
