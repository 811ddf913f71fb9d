package dev.rwtui.python.model;

import dev.rwtui.python.model.Marker.Answer;
import java.util.Optional;

/** How markers compare (PEP 508): as versions where both sides allow it, as texts otherwise. */
final class MarkerOperators {

    private MarkerOperators() {}

    static Answer compare(String left, String operator, String right) {
        return switch (operator) {
            case "in" -> answer(right.contains(left));
            case "not in" -> answer(!right.contains(left));
            default -> compareVersions(left, operator, right);
        };
    }

    private static Answer compareVersions(String left, String operator, String right) {
        Optional<Specifiers> specifiers = Specifiers.parse(operator + right);
        if (specifiers.isPresent() && PythonVersion.parse(left).isPresent()) {
            return answer(specifiers.get().admit(left));
        }
        Optional<Specifiers> mirrored = Specifiers.parse(mirrored(operator) + left);
        if (left.endsWith(".*") && mirrored.isPresent()) {
            return answer(mirrored.get().admit(right));
        }
        return compareTexts(left, operator, right);
    }

    private static Answer compareTexts(String left, String operator, String right) {
        int order = left.compareTo(right);
        return switch (operator) {
            case "==", "===" -> answer(order == 0);
            case "!=" -> answer(order != 0);
            case "<" -> answer(order < 0);
            case "<=" -> answer(order <= 0);
            case ">" -> answer(order > 0);
            case ">=" -> answer(order >= 0);
            default -> Answer.UNKNOWN;
        };
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    private static Answer answer(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}
