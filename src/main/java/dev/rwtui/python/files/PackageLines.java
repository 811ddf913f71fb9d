package dev.rwtui.python.files;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On which line of a TOML lock each package begins, which the reader of TOML does not tell. */
final class PackageLines {

    private static final Pattern FIELD = Pattern.compile("(name|version) = \"([^\"]*+)\"\\s*");

    private final Map<String, Integer> lines = new HashMap<>();

    private PackageLines() {}

    static PackageLines of(SourceFile file) {
        PackageLines found = new PackageLines();
        String name = "";
        int number = 0;
        int begin = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            Matcher m = FIELD.matcher(line);
            if (m.matches() && m.group(1).equals("name")) {
                name = m.group(2);
                begin = number;
                found.lines.putIfAbsent(name, begin);
            } else if (m.matches()) {
                found.lines.putIfAbsent(name + " " + m.group(2), begin);
            }
        }
        return found;
    }

    /** 0 where it is not written as tools write it. */
    int of(Node one) {
        String name = one.text("name").orElse("");
        int byName = lines.getOrDefault(name, 0);
        return one.text("version")
                .map(version -> lines.getOrDefault(name + " " + version, byName))
                .orElse(byName);
    }
}
