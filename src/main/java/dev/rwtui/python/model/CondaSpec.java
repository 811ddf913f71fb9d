package dev.rwtui.python.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What conda is asked for (its package match specification): {@code conda-forge::numpy >=1.20,<2 py310*}.
 *
 * @param text as it was written
 * @param channel without subdirectory
 * @param build with {@code *} for anything
 */
public record CondaSpec(
        String text, Optional<String> channel, String name, CondaVersions versions, Optional<String> build) {

    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\[([^\\[\\]]*+)\\]\\s*");
    private static final Pattern PAIR =
            Pattern.compile("\\s*([a-z_0-9]++)\\s*=\\s*(?:'([^']*+)'|\"([^\"]*+)\"|([^,'\"]++))\\s*(?:,|$)");
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*+)\\s*(.*)");
    private static final Pattern EXACT = Pattern.compile("=?([^=<>!~,|\\s]+)\\s*[=\\s]\\s*([^=<>!~,|\\s]+)");
    private static final Pattern VERSIONS_AND_BUILD = Pattern.compile("(.*[^=<>!~,|\\s])\\s+([^=<>!~,|\\s]+)");

    /** Empty where it is none; a comment after {@code #} does not count. */
    public static Optional<CondaSpec> parse(String text) {
        String bare = text.replaceFirst("(^|\\s)#.*", "").strip();
        Map<String, String> pairs = new HashMap<>();
        Matcher brackets = BRACKETS.matcher(bare);
        String rest = bare;
        if (brackets.matches()) {
            rest = brackets.group(1).strip();
            if (!readPairs(brackets.group(2), pairs)) {
                return Optional.empty();
            }
        }
        int colons = rest.lastIndexOf("::");
        if (colons >= 0) {
            pairs.putIfAbsent("channel", rest.substring(0, colons));
            rest = rest.substring(colons + 2).strip();
        }
        Matcher name = NAME.matcher(rest);
        return name.matches() ? of(bare, name.group(1), name.group(2), pairs) : Optional.empty();
    }

    private static Optional<CondaSpec> of(String text, String name, String rest, Map<String, String> pairs) {
        String versions = rest;
        Matcher exact = EXACT.matcher(rest);
        Matcher build = VERSIONS_AND_BUILD.matcher(rest);
        if (exact.matches()) {
            versions = exact.group(1);
            pairs.putIfAbsent("build", exact.group(2));
        } else if (build.matches()) {
            versions = build.group(1);
            pairs.putIfAbsent("build", build.group(2));
        }
        String wanted = pairs.getOrDefault("version", versions);
        Optional<CondaVersions> parsed =
                wanted.isBlank() ? Optional.of(CondaVersions.any()) : CondaVersions.parse(wanted);
        return parsed.map(all -> new CondaSpec(
                text,
                Optional.ofNullable(pairs.get("channel")).map(CondaSpec::channelName),
                name.toLowerCase(Locale.ROOT),
                all,
                Optional.ofNullable(pairs.get("build"))));
    }

    private static boolean readPairs(String text, Map<String, String> pairs) {
        Matcher m = PAIR.matcher(text);
        int at = 0;
        while (at < text.length()) {
            m.region(at, text.length());
            if (!m.lookingAt()) {
                return false;
            }
            String value = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
            pairs.put(m.group(1), value.strip());
            at = m.end();
        }
        return true;
    }

    /** The name of a channel, for {@code defaults} its first: {@code conda-forge} of {@code https://conda.anaconda.org/conda-forge/linux-64}. */
    public static String channelName(String channel) {
        String bare = channel.replaceFirst("/+$", "").replaceFirst("/(noarch|(linux|osx|win)-[a-z0-9_]+)$", "");
        String name = bare.replaceFirst("^[a-z]+://(conda\\.anaconda\\.org|repo\\.anaconda\\.com)/", "");
        return name.equals("defaults") ? "pkgs/main" : name;
    }

    public boolean admitsVersion(String version) {
        return versions.admit(version);
    }

    public boolean admitsBuild(String installed) {
        return build.map(wanted -> Globs.match(wanted, installed)).orElse(true);
    }

    public boolean admitsChannel(String installed) {
        return channel.map(wanted -> wanted.equals(channelName(installed))).orElse(true);
    }

    @Override
    public String toString() {
        return text;
    }
}
