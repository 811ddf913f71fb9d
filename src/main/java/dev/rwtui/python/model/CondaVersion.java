package dev.rwtui.python.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of a conda package in conda's own order, which any text of letters, digits and separators has a place in (conda's
 * documentation of {@code VersionOrder}): parts between dots and underscores, each of runs of digits and runs of letters;
 * words before numbers, {@code dev} before all other words, {@code post} after all numbers, what is missing is 0.
 */
public final class CondaVersion implements Comparable<CondaVersion> {

    private static final int LONGEST = 256;
    private static final Pattern SOUND = Pattern.compile("[*.+!_0-9a-z]+");
    private static final Pattern RUN = Pattern.compile("[0-9]+|[*]+|[^0-9*]+");

    /** A run of digits or of letters; a run of letters has no number. */
    private record Run(@Nullable BigInteger number, String word) implements Comparable<Run> {

        static final Run ZERO = new Run(BigInteger.ZERO, "");
        private static final BigInteger ENDLESS = BigInteger.ONE.shiftLeft(4 * LONGEST);

        static Run of(String text) {
            if (text.charAt(0) >= '0' && text.charAt(0) <= '9') {
                return new Run(new BigInteger(text), "");
            }
            return switch (text) {
                case "post" -> new Run(ENDLESS, "");
                // Capitals come before all small letters.
                case "dev" -> new Run(null, "DEV");
                default -> new Run(null, text);
            };
        }

        @Override
        public int compareTo(Run other) {
            if (number == null || other.number == null) {
                return number == null && other.number == null
                        ? word.compareTo(other.word)
                        : Boolean.compare(number != null, other.number != null);
            }
            return number.compareTo(other.number);
        }
    }

    private final String text;
    private final List<List<Run>> version;
    private final List<List<Run>> local;

    private CondaVersion(String text, List<List<Run>> version, List<List<Run>> local) {
        this.text = text;
        this.version = version;
        this.local = local;
    }

    /** Empty where conda would call the text malformed. */
    public static Optional<CondaVersion> parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        if (bare.indexOf('_') < 0) {
            bare = bare.replace('-', '_');
        }
        if (bare.length() > LONGEST || !SOUND.matcher(bare).matches()) {
            return Optional.empty();
        }
        String[] epochAndRest = bare.split("!", -1);
        String[] mainAndLocal = epochAndRest[epochAndRest.length - 1].split("\\+", -1);
        boolean sound = epochAndRest.length == 1 || (epochAndRest.length == 2 && epochAndRest[0].matches("[0-9]+"));
        if (!sound || mainAndLocal.length > 2) {
            return Optional.empty();
        }
        List<List<Run>> version = parts(mainAndLocal[0]);
        List<List<Run>> local = mainAndLocal.length == 1 ? List.of() : parts(mainAndLocal[1]);
        if (version.isEmpty() || (mainAndLocal.length == 2 && local.isEmpty())) {
            return Optional.empty();
        }
        List<List<Run>> withEpoch = new ArrayList<>();
        withEpoch.add(List.of(Run.of(epochAndRest.length == 1 ? "0" : epochAndRest[0])));
        withEpoch.addAll(version);
        return Optional.of(new CondaVersion(text.strip(), withEpoch, local));
    }

    /** Whether {@code other} and anything after it is what this is: 1.21.3 begins with 1.21, 1.210 does not. */
    public boolean beginsWith(CondaVersion other) {
        if (!other.local.isEmpty()) {
            return compare(version, other.version) == 0 && beginsWith(local, other.local);
        }
        return beginsWith(version, other.version);
    }

    /** Without its last part: what {@code ~=} keeps. */
    CondaVersion shortened() {
        int parts = Math.max(2, version.size() - 1);
        return new CondaVersion(text, version.subList(0, Math.min(parts, version.size())), List.of());
    }

    @Override
    public int compareTo(CondaVersion other) {
        int order = compare(version, other.version);
        return order != 0 ? order : compare(local, other.local);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CondaVersion conda && compareTo(conda) == 0;
    }

    /** Of the first part alone: the others may end in zeros that do not count. */
    @Override
    public int hashCode() {
        return version.get(1).get(0).hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Empty where one of them is empty. */
    private static List<List<Run>> parts(String text) {
        boolean underscoreLast = text.endsWith("_");
        String[] words = (underscoreLast ? text.substring(0, text.length() - 1) : text).split("[._]", -1);
        List<List<Run>> parts = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            // conda: an underscore at the end belongs to the last part, as in openssl's 1.0.1_.
            List<Run> runs = runs(underscoreLast && i == words.length - 1 ? words[i] + "_" : words[i]);
            if (runs.isEmpty()) {
                return List.of();
            }
            parts.add(runs);
        }
        return parts;
    }

    private static List<Run> runs(String part) {
        List<Run> runs = new ArrayList<>();
        Matcher m = RUN.matcher(part);
        while (m.find()) {
            if (runs.isEmpty() && !Character.isDigit(part.charAt(0))) {
                runs.add(Run.ZERO);
            }
            runs.add(Run.of(m.group()));
        }
        return runs;
    }

    private static int compare(List<List<Run>> a, List<List<Run>> b) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.max(a.size(), b.size()); i++) {
            order = compareRuns(i < a.size() ? a.get(i) : List.of(), i < b.size() ? b.get(i) : List.of());
        }
        return order;
    }

    private static int compareRuns(List<Run> a, List<Run> b) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.max(a.size(), b.size()); i++) {
            order = run(a, i).compareTo(run(b, i));
        }
        return order;
    }

    private static Run run(List<Run> part, int i) {
        return i < part.size() ? part.get(i) : Run.ZERO;
    }

    private static boolean beginsWith(List<List<Run>> whole, List<List<Run>> prefix) {
        int last = prefix.size() - 1;
        if (compare(whole.subList(0, Math.min(last, whole.size())), prefix.subList(0, last)) != 0) {
            return false;
        }
        List<Run> runs = whole.size() <= last ? List.of() : whole.get(last);
        List<Run> wanted = prefix.get(last);
        int lastRun = wanted.size() - 1;
        if (compareRuns(runs.subList(0, Math.min(lastRun, runs.size())), wanted.subList(0, lastRun)) != 0) {
            return false;
        }
        Run ending = run(runs, lastRun);
        Run wantedEnding = wanted.get(lastRun);
        return wantedEnding.number() == null
                ? ending.number() == null && ending.word().startsWith(wantedEnding.word())
                : ending.equals(wantedEnding);
    }
}
