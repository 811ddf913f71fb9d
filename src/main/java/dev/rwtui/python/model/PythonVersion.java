package dev.rwtui.python.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A version of a python distribution (PEP 440), in any of its spellings. Equal where the PEP says so: 1.0 is 1.0.0. */
public final class PythonVersion implements Comparable<PythonVersion> {

    /** Longer than any version; keeps hostile ones from costing time. */
    private static final int LONGEST = 256;

    private static final Pattern FORM = Pattern.compile(
            "v?(?:(?<epoch>[0-9]++)!)?(?<release>[0-9]++(?:\\.[0-9]++)*+)"
                    + "(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pren>[0-9]+)?)?"
                    + "(?:-(?<postbare>[0-9]+)|(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postn>[0-9]+)?))?"
                    + "(?<dev>[-_.]?dev[-_.]?(?<devn>[0-9]+)?)?"
                    + "(?:\\+(?<local>[a-z0-9]++(?:[-_.][a-z0-9]++)*+))?",
            Pattern.CASE_INSENSITIVE);

    private static final BigInteger NONE = BigInteger.ONE.negate();

    /** In order; {@code NEVER} is a dev release of what has no pre-release, {@code FINAL} whatever else has none. */
    private enum Phase {
        NEVER(""),
        ALPHA("a"),
        BETA("b"),
        CANDIDATE("rc"),
        FINAL("");

        private final String letters;

        Phase(String letters) {
            this.letters = letters;
        }

        static Phase of(String spelling) {
            return switch (spelling.toLowerCase(Locale.ROOT)) {
                case "a", "alpha" -> ALPHA;
                case "b", "beta" -> BETA;
                default -> CANDIDATE;
            };
        }
    }

    private final BigInteger epoch;
    private final List<BigInteger> release;
    private final Phase phase;
    private final BigInteger pre;
    private final BigInteger post;
    private final @Nullable BigInteger dev;
    private final List<String> local;

    private PythonVersion(Matcher m) {
        epoch = number(m.group("epoch"), BigInteger.ZERO);
        release = Arrays.stream(m.group("release").split("\\."))
                .map(BigInteger::new)
                .toList();
        String postNumber = m.group("postbare") == null ? m.group("postn") : m.group("postbare");
        boolean isPost = m.group("postbare") != null || m.group("post") != null;
        post = isPost ? number(postNumber, BigInteger.ZERO) : NONE;
        dev = m.group("dev") == null ? null : number(m.group("devn"), BigInteger.ZERO);
        pre = number(m.group("pren"), BigInteger.ZERO);
        if (m.group("pre") == null) {
            phase = !isPost && dev != null ? Phase.NEVER : Phase.FINAL;
        } else {
            phase = Phase.of(m.group("pre"));
        }
        local = m.group("local") == null
                ? List.of()
                : Arrays.stream(m.group("local").toLowerCase(Locale.ROOT).split("[-_.]"))
                        .map(part -> isNumber(part) ? new BigInteger(part).toString() : part)
                        .toList();
    }

    /** Another one of the same release and pre-release. */
    private PythonVersion(PythonVersion other, BigInteger post, @Nullable BigInteger dev, List<String> local) {
        epoch = other.epoch;
        release = other.release;
        pre = other.pre;
        this.post = post;
        this.dev = dev;
        this.local = local;
        boolean isDevAlone = post.signum() < 0 && dev != null;
        phase = other.isAlphaBetaOrCandidate() ? other.phase : isDevAlone ? Phase.NEVER : Phase.FINAL;
    }

    /** Empty where the text is no version by PEP 440. */
    public static Optional<PythonVersion> parse(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher m = FORM.matcher(bare);
        return m.matches() ? Optional.of(new PythonVersion(m)) : Optional.empty();
    }

    /** Whether it comes before a final release: alpha, beta, candidate or dev. */
    public boolean isPreRelease() {
        return dev != null || isAlphaBetaOrCandidate();
    }

    /** Without its local part. */
    public PythonVersion withoutLocal() {
        return local.isEmpty() ? this : new PythonVersion(this, post, dev, List.of());
    }

    /** The first of its pre-releases: {@code 1.2.dev0} of {@code 1.2}. */
    PythonVersion firstPreRelease() {
        return new PythonVersion(this, post, BigInteger.ZERO, List.of());
    }

    /** What it is a post-release of: {@code 1.2} of {@code 1.2.post1}. */
    PythonVersion withoutPost() {
        return new PythonVersion(this, NONE, null, List.of());
    }

    boolean isPost() {
        return post.signum() >= 0;
    }

    boolean hasLocal() {
        return !local.isEmpty();
    }

    boolean isNamedWithLetters() {
        return isAlphaBetaOrCandidate() || isPost() || dev != null;
    }

    int parts() {
        return release.size();
    }

    /** Whether epoch and the first parts of the release are those of a prefix, missing parts taken for 0. */
    boolean beginsWith(PythonVersion prefix, int parts) {
        if (!epoch.equals(prefix.epoch)) {
            return false;
        }
        for (int i = 0; i < parts; i++) {
            if (!part(release, i).equals(part(prefix.release, i))) {
                return false;
            }
        }
        return true;
    }

    /** The first parts of the release, missing ones as 0: {@code 3.10} of {@code 3.10.13}. */
    public String release(int parts) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            words.add(part(release, i).toString());
        }
        return String.join(".", words);
    }

    @Override
    public int compareTo(PythonVersion other) {
        int order = epoch.compareTo(other.epoch);
        order = order != 0 ? order : compareReleases(release, other.release);
        order = order != 0 ? order : phase.compareTo(other.phase);
        order = order != 0 ? order : pre.compareTo(other.pre);
        order = order != 0 ? order : post.compareTo(other.post);
        order = order != 0 ? order : compareDevs(dev, other.dev);
        return order != 0 ? order : compareLocals(local, other.local);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PythonVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return epoch.hashCode()
                + 31 * (phase.hashCode() + 31 * (post.hashCode() + 31 * local.hashCode()))
                + release.stream().mapToInt(BigInteger::hashCode).sum();
    }

    /** In the PEP's normal form: {@code 1!2.0rc1.post2.dev3+cu118}. */
    @Override
    public String toString() {
        String text = (epoch.signum() == 0 ? "" : epoch + "!")
                + release.stream().map(BigInteger::toString).collect(Collectors.joining("."));
        text += isAlphaBetaOrCandidate() ? phase.letters + pre : "";
        text += isPost() ? ".post" + post : "";
        text += dev == null ? "" : ".dev" + dev;
        return local.isEmpty() ? text : text + "+" + String.join(".", local);
    }

    private boolean isAlphaBetaOrCandidate() {
        return !phase.letters.isEmpty();
    }

    private static int compareReleases(List<BigInteger> a, List<BigInteger> b) {
        int order = 0;
        for (int i = 0; order == 0 && i < Math.max(a.size(), b.size()); i++) {
            order = part(a, i).compareTo(part(b, i));
        }
        return order;
    }

    private static int compareDevs(@Nullable BigInteger a, @Nullable BigInteger b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return a.compareTo(b);
    }

    /** PEP 440, local version identifiers: numbers after words, more parts after fewer. */
    private static int compareLocals(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            boolean number = isNumber(a.get(i));
            int order = Boolean.compare(number, isNumber(b.get(i)));
            if (order == 0) {
                order = number
                        ? new BigInteger(a.get(i)).compareTo(new BigInteger(b.get(i)))
                        : a.get(i).compareTo(b.get(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static BigInteger part(List<BigInteger> release, int i) {
        return i < release.size() ? release.get(i) : BigInteger.ZERO;
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static BigInteger number(@Nullable String digits, BigInteger otherwise) {
        return digits == null ? otherwise : new BigInteger(digits);
    }
}
