package dev.rwtui.python.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What versions are wanted, all of them at once (PEP 440, version specifiers): {@code >=1.20,<2}.
 *
 * @param text as it was written
 */
public record Specifiers(String text, List<Specifier> all) {

    public static final Specifiers ANY = new Specifiers("", List.of());

    public Specifiers {
        all = List.copyOf(all);
    }

    /** What a pre-release is worth. */
    public enum PreReleases {
        /** As good as any: the PEP accepts those that are installed already. */
        INSTALLED,
        /** Only where a specifier names one. */
        OFFERED
    }

    /** Empty where the text is no set of specifiers; blank text wants nothing in particular. */
    public static Optional<Specifiers> parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.of(ANY);
        }
        List<Specifier> all = new ArrayList<>();
        for (String part : bare.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Optional<Specifier> one = Specifier.parse(part.strip());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new Specifiers(bare, all));
    }

    /** Whether an installed version is one of them. A version that PEP 440 does not know is one for {@code ===} alone. */
    public boolean admit(String version) {
        return admit(version, PreReleases.INSTALLED);
    }

    public boolean admit(String version, PreReleases preReleases) {
        Optional<PythonVersion> parsed = PythonVersion.parse(version);
        boolean excluded = preReleases == PreReleases.OFFERED
                && parsed.map(PythonVersion::isPreRelease).orElse(false)
                && all.stream().noneMatch(Specifier::namesPreRelease);
        return !excluded && all.stream().allMatch(one -> one.admits(version, parsed));
    }

    /** The version of the one {@code ==} or {@code ===} without a wildcard; empty where they do not pin one. */
    public Optional<String> pin() {
        return all.stream()
                .filter(one -> (one.operator().equals("==") && !one.isPrefix())
                        || one.operator().equals("==="))
                .map(Specifier::version)
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * One comparison.
     *
     * @param version as written, {@code .*} included
     */
    public record Specifier(String operator, String version) {

        private static final Pattern FORM = Pattern.compile("(===|==|~=|!=|<=|>=|<|>)\\s*(\\S+)");

        static Optional<Specifier> parse(String text) {
            Matcher m = FORM.matcher(text);
            return m.matches()
                    ? Optional.of(new Specifier(m.group(1), m.group(2))).filter(Specifier::isSound)
                    : Optional.empty();
        }

        private boolean isSound() {
            if (operator.equals("===")) {
                return true;
            }
            Optional<PythonVersion> bound = bound();
            if (bound.isEmpty()) {
                return false;
            }
            if (isPrefix()) {
                return isEquality()
                        && !bound.get().isNamedWithLetters()
                        && !bound.get().hasLocal();
            }
            if (operator.equals("~=")) {
                return bound.get().parts() > 1 && !bound.get().hasLocal();
            }
            return isEquality() || !bound.get().hasLocal();
        }

        private boolean isEquality() {
            return operator.equals("==") || operator.equals("!=");
        }

        private boolean isPrefix() {
            return version.endsWith(".*") && !operator.equals("===");
        }

        private boolean namesPreRelease() {
            return !operator.equals("!=")
                    && bound().map(PythonVersion::isPreRelease).orElse(false);
        }

        private Optional<PythonVersion> bound() {
            return PythonVersion.parse(isPrefix() ? version.substring(0, version.length() - 2) : version);
        }

        private boolean admits(String candidate, Optional<PythonVersion> parsed) {
            if (operator.equals("===")) {
                return candidate.strip().equalsIgnoreCase(version);
            }
            return parsed.isPresent() && bound().isPresent() && compares(parsed.get(), bound().get());
        }

        private boolean compares(PythonVersion candidate, PythonVersion bound) {
            PythonVersion open = candidate.withoutLocal();
            return switch (operator) {
                case "==" -> equals(candidate, bound);
                case "!=" -> !equals(candidate, bound);
                case "~=" -> open.compareTo(bound) >= 0 && candidate.beginsWith(bound, bound.parts() - 1);
                case "<=" -> open.compareTo(bound) <= 0;
                case ">=" -> open.compareTo(bound) >= 0;
                case "<" -> isBefore(candidate, bound);
                default -> isAfter(candidate, bound);
            };
        }

        /** PEP 440: the local part counts only where the specifier has one. */
        private boolean equals(PythonVersion candidate, PythonVersion bound) {
            if (isPrefix()) {
                return candidate.beginsWith(bound, bound.parts());
            }
            return (bound.hasLocal() ? candidate : candidate.withoutLocal()).equals(bound);
        }

        /** PEP 440: a pre-release of the bound is not before it, unless the bound is one itself. */
        private static boolean isBefore(PythonVersion candidate, PythonVersion bound) {
            boolean leadsToBound = candidate.isPreRelease()
                    && !bound.isPreRelease()
                    && candidate.compareTo(bound.firstPreRelease()) >= 0;
            return candidate.compareTo(bound) < 0 && !leadsToBound;
        }

        /** PEP 440: neither a post-release of the bound nor a local version of it is after it. */
        private static boolean isAfter(PythonVersion candidate, PythonVersion bound) {
            boolean isItsPost = candidate.isPost()
                    && !bound.isPost()
                    && candidate.withoutPost().equals(bound);
            boolean isItsLocal =
                    candidate.hasLocal() && candidate.withoutLocal().equals(bound);
            return candidate.compareTo(bound) > 0 && !isItsPost && !isItsLocal;
        }
    }
}
