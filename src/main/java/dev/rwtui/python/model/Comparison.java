package dev.rwtui.python.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an environment differs from another one, or from what a file asks for. Pure.
 *
 * <p>What a person wants to know is whether the same code runs: so builds and channels of conda are told apart from
 * versions, and are not compared between different systems, where they always differ; libraries that only conda has do not
 * flood the list where the other side has nothing of conda; and pip, setuptools, wheel and conda itself, which nobody's code
 * runs on, are listed, but alone they make {@link Verdict#SAME_BUT_FOR_TOOLS}. Only {@link Verdict#SAME} is the same.
 *
 * @param sides what the two are called
 * @param kind how much the first side says
 * @param onlyHere wanted, or in the first environment, and not in the second
 * @param onlyThere in the second environment and not in the first; always empty for {@link Requirements.Kind#WANTS}
 * @param onlyConda what one side has of conda that is nothing of python, while the other side has no conda; names
 * @param same how many packages are as they should be
 * @param notes what was left out or taken for granted
 */
public record Comparison(
        Sides sides,
        Requirements.Kind kind,
        List<Difference> onlyHere,
        List<Difference> onlyThere,
        List<Difference> otherVersion,
        List<Difference> otherBuild,
        List<String> onlyConda,
        int same,
        Python python,
        List<String> notes) {

    /** What packages are installed with; no code runs on them. */
    private static final Set<String> TOOLS = Set.of("pip", "setuptools", "wheel", "conda", "pkg-resources");

    public Comparison {
        onlyHere = List.copyOf(onlyHere);
        onlyThere = List.copyOf(onlyThere);
        otherVersion = List.copyOf(otherVersion);
        otherBuild = List.copyOf(otherBuild);
        onlyConda = List.copyOf(onlyConda);
        notes = List.copyOf(notes);
    }

    /** What the two sides are called: {@code direwolf:vision}. */
    public record Sides(String here, String there) {}

    /**
     * The versions of python.
     *
     * @param here what is wanted; empty for nothing in particular
     * @param there what the environment has; empty where nothing tells
     */
    public record Python(String here, String there, Agreement agreement) {

        /** Whether they suit each other. */
        public enum Agreement {
            SAME,
            OTHER,
            UNKNOWN
        }
    }

    /** What it comes to. */
    public enum Verdict {
        SAME,
        SAME_BUT_FOR_TOOLS,
        /** All versions are right; builds, channels or commits are not. */
        OTHER_BUILDS,
        DIFFERENT
    }

    /** How {@code b} differs from {@code a}. */
    public static Comparison of(PackageSet a, PackageSet b) {
        return Comparing.of(a, b);
    }

    /** How an environment differs from what is wanted of it. */
    public static Comparison of(PackageSet there, Requirements wanted) {
        return Comparing.of(there, wanted);
    }

    /** The same with other names for the sides. */
    public Comparison between(String here, String there) {
        return new Comparison(
                new Sides(here, there),
                kind,
                onlyHere,
                onlyThere,
                otherVersion,
                otherBuild,
                onlyConda,
                same,
                python,
                notes);
    }

    public boolean isSame() {
        return outcome() == Verdict.SAME;
    }

    public Verdict outcome() {
        boolean pythonIsSame = python.agreement() == Python.Agreement.SAME;
        if (pythonIsSame && differences().findAny().isEmpty()) {
            return Verdict.SAME;
        }
        if (pythonIsSame && differences().allMatch(Comparison::isOfTool)) {
            return Verdict.SAME_BUT_FOR_TOOLS;
        }
        boolean versionsAreSame = onlyHere.isEmpty() && onlyThere.isEmpty() && otherVersion.isEmpty();
        return pythonIsSame && versionsAreSame ? Verdict.OTHER_BUILDS : Verdict.DIFFERENT;
    }

    /** In one line: {@code 3 only in A, 2 only in B, 5 with another version; python 3.10.13 / 3.11.4}. */
    public String verdict() {
        String packages = same == 1 ? "1 package" : same + " packages";
        String main = switch (outcome()) {
            case SAME -> (kind == Requirements.Kind.WANTS ? "all as wanted: " : "the same: ") + packages + ", ";
            case SAME_BUT_FOR_TOOLS -> "the same but for " + tools() + ": " + packages + ", ";
            case OTHER_BUILDS -> "the same versions, " + otherBuild.size() + " of another build; ";
            case DIFFERENT -> (counts().isEmpty() ? "the same " + packages : counts()) + "; ";
        };
        return main + pythons() + apart();
    }

    private Stream<Difference> differences() {
        return Stream.of(onlyHere, onlyThere, otherVersion, otherBuild).flatMap(List::stream);
    }

    private static boolean isOfTool(Difference difference) {
        return TOOLS.contains(difference.key().value());
    }

    private String tools() {
        Set<String> names = differences().map(one -> one.key().value()).collect(Collectors.toCollection(TreeSet::new));
        return String.join(", ", names);
    }

    private String counts() {
        return Stream.of(
                        count(onlyHere, "only in " + sides.here()),
                        count(onlyThere, "only in " + sides.there()),
                        count(otherVersion, "with another version"),
                        count(otherBuild, "of another build"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(List<Difference> differences, String words) {
        return differences.isEmpty() ? "" : differences.size() + " " + words;
    }

    private String pythons() {
        String there = python.there().isEmpty() ? "unknown" : python.there();
        return switch (python.agreement()) {
            case SAME -> "python " + there;
            case OTHER, UNKNOWN -> "python " + (python.here().isEmpty() ? "unknown" : python.here()) + " / " + there;
        };
    }

    private String apart() {
        return onlyConda.isEmpty()
                ? ""
                : "; " + onlyConda.size() + (onlyConda.size() == 1 ? " package" : " packages") + " that only conda has";
    }
}
