package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Specifiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a dependency of PEP 508: {@code torch[opt] >=2.1,<3 ; python_version >= "3.10"}, {@code lib @ https://…}. */
final class Pep508 {

    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*+)\\s*(?:\\[[^\\[\\]]*+\\])?\\s*(.*)");
    private static final Pattern URL = Pattern.compile("@\\s*(\\S+?)(?:\\s*|\\s+;(.*)|;\\s+(.*))");

    private Pep508() {}

    /** Empty where the text is none. What an extra adds is not part of it. */
    static Optional<Requirement> parse(String text, int line) {
        Matcher m = NAME.matcher(text.strip());
        if (!m.matches() || m.group(1).endsWith("-") || m.group(1).endsWith(".")) {
            return Optional.empty();
        }
        String rest = m.group(2);
        Matcher url = URL.matcher(rest);
        if (url.matches()) {
            String marker = url.group(2) == null ? url.group(3) : url.group(2);
            Requirement bare = Requirement.of(m.group(1), new Constraint.Url(url.group(1)), line);
            return marker == null ? Optional.of(bare) : where(bare, marker);
        }
        int semicolon = rest.indexOf(';');
        String versions = (semicolon < 0 ? rest : rest.substring(0, semicolon)).strip();
        boolean bracketed = versions.startsWith("(") && versions.endsWith(")");
        Optional<Requirement> bare = Specifiers.parse(
                        bracketed ? versions.substring(1, versions.length() - 1) : versions)
                .map(specifiers -> Requirement.of(m.group(1), Constraint.Pep440.of(specifiers), line));
        return semicolon < 0 ? bare : bare.flatMap(one -> where(one, rest.substring(semicolon + 1)));
    }

    private static Optional<Requirement> where(Requirement bare, String text) {
        return Marker.parse(text).map(marker -> bare.where(Optional.of(marker)));
    }
}
