package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint;
import dev.rwtui.python.model.Marker;
import dev.rwtui.python.model.Marker.Operand;
import dev.rwtui.python.model.PythonVersion;
import dev.rwtui.python.model.Specifiers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions as poetry writes them (its documentation, dependency specification): {@code ^1.2}, {@code ~1.2}, {@code 1.2.*},
 * alternatives with two bars; a comma or a blank means both.
 */
final class PoetryConstraint {

    private static final Pattern ONE =
            Pattern.compile("(\\^|~(?!=)|===|==|~=|!=|<=|>=|<|>|=)?\\s*((?:\\d+!)?[^\\s,^~=<>!|]+)");
    private static final Pattern RELEASE = Pattern.compile("(?:(\\d{1,9})!)?v?(\\d{1,18}(?:\\.\\d{1,18}){0,9}).*");

    private PoetryConstraint() {}

    /** Empty where poetry would not understand it. */
    static Optional<Constraint> parse(String text) {
        List<Specifiers> alternatives = new ArrayList<>();
        for (String part : text.split("\\|\\|?", -1)) {
            Optional<Specifiers> one = all(part.strip());
            if (one.isEmpty()) {
                return Optional.empty();
            }
            alternatives.add(one.get());
        }
        return Optional.of(new Constraint.Pep440(text.strip().equals("*") ? "" : text.strip(), alternatives));
    }

    /** Where python is one of these versions. */
    static Optional<Marker> pythonMarker(String text) {
        return parse(text)
                .map(Constraint.Pep440.class::cast)
                .map(versions -> new Marker.Or(versions.anyOf().stream()
                        .map(PoetryConstraint::pythonMarker)
                        .toList()));
    }

    private static Marker pythonMarker(Specifiers specifiers) {
        return new Marker.And(specifiers.all().stream()
                .map(one -> (Marker) new Marker.Comparison(
                        new Operand.Variable("python_full_version"),
                        one.operator(),
                        new Operand.Literal(one.version())))
                .toList());
    }

    private static Optional<Specifiers> all(String text) {
        if (text.equals("*")) {
            return Optional.of(Specifiers.ANY);
        }
        Matcher m = ONE.matcher(text);
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            m.region(at, text.length());
            Optional<String> one =
                    m.lookingAt() ? one(m.group(1) == null ? "" : m.group(1), m.group(2)) : Optional.empty();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            parts.add(one.get());
            at = m.end();
            while (at < text.length() && ", ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Specifiers.parse(String.join(",", parts));
    }

    private static Optional<String> one(String operator, String version) {
        return switch (operator) {
            case "^" -> range(version, caretPart(version));
            case "~" -> range(version, Math.min(1, release(version).size() - 1));
            case "", "=" -> Optional.of("==" + version);
            default -> Optional.of(operator + (operator.equals("!=") ? version : version.replaceFirst("\\.\\*$", "")));
        };
    }

    /** From a version to before the one with the given part of the release raised. */
    private static Optional<String> range(String version, int part) {
        List<BigInteger> release = release(version);
        if (release.isEmpty() || PythonVersion.parse(version).isEmpty()) {
            return Optional.empty();
        }
        List<String> upper = new ArrayList<>();
        for (int i = 0; i < part; i++) {
            upper.add(release.get(i).toString());
        }
        upper.add(release.get(part).add(BigInteger.ONE).toString());
        int epoch = version.indexOf('!');
        return Optional.of(">=" + version + ",<" + version.substring(0, epoch + 1) + String.join(".", upper));
    }

    /** The first part that is not 0, or the last one. */
    private static int caretPart(String version) {
        List<BigInteger> release = release(version);
        int part = 0;
        while (part < release.size() - 1 && release.get(part).signum() == 0) {
            part++;
        }
        return part;
    }

    private static List<BigInteger> release(String version) {
        Matcher m = RELEASE.matcher(version);
        List<BigInteger> parts = new ArrayList<>();
        if (m.matches()) {
            for (String part : m.group(2).split("\\.")) {
                parts.add(new BigInteger(part));
            }
        }
        return parts;
    }
}
