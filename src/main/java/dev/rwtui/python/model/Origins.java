package dev.rwtui.python.model;

import dev.rwtui.python.model.Constraint.Fit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where packages come from when that is no index, compared: a repository has many addresses. */
final class Origins {

    private static final Pattern COMMIT = Pattern.compile("(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])");
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-z]+\\+)?(?:[a-z]+://)?(?:[^@/]*@)?([^?#]*)");

    private Origins() {}

    /** Directories are on different machines, so any suits any other. */
    static Fit fit(String wanted, String installed) {
        if (isDirectory(wanted) || isDirectory(installed)) {
            return isDirectory(wanted) == isDirectory(installed) ? Fit.FITS : Fit.OTHER_VERSION;
        }
        if (!place(wanted).equals(place(installed))) {
            return Fit.OTHER_VERSION;
        }
        Optional<String> commit = commit(wanted);
        boolean otherCommit = commit.isPresent() && commit(installed).isPresent() && !commit.equals(commit(installed));
        return otherCommit ? Fit.OTHER_BUILD : Fit.FITS;
    }

    /** The commit that an address of a repository ends with, if it is whole. */
    static Optional<String> commit(String origin) {
        Matcher m = COMMIT.matcher(origin);
        return m.find() ? Optional.of(m.group()) : Optional.empty();
    }

    static boolean isDirectory(String origin) {
        return origin.startsWith("file:") || origin.startsWith("/") || origin.startsWith(".");
    }

    /** Without whoever it names, and so without a password: for the screen. */
    static String shown(String origin) {
        return origin.replaceFirst("://[^/@]*@", "://");
    }

    /** Host and path, without revision: {@code github.com/owner/name}. */
    private static String place(String origin) {
        Matcher m = ADDRESS.matcher(origin);
        String place = m.lookingAt() ? m.group(1) : origin;
        boolean isArchive = place.matches(".*\\.(whl|zip|tar\\.(gz|bz2|xz))");
        place = isArchive ? place : place.replaceFirst("@[^@]*$", "").replaceFirst("\\.git$", "");
        return place.replaceFirst("^([^/:]+):(?!\\d+/)", "$1/")
                .replaceFirst("/+$", "")
                .toLowerCase(Locale.ROOT);
    }
}
