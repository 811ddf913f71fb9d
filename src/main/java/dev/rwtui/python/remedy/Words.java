package dev.rwtui.python.remedy;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import java.util.regex.Pattern;

/** What may stand in a command. Names and versions come from machines and files, and could be anything. */
final class Words {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]+");

    private Words() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether it is visible and of one word, and would not be taken for an option. */
    static boolean isValue(String text) {
        return VALUE.matcher(text).matches() && !text.startsWith("-");
    }

    static boolean isOneLine(String text) {
        return comment(text).equals("# " + text);
    }

    /** One line whatever is in it: a line feed would begin a command. */
    static String comment(String text) {
        return "# " + text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    static boolean hasConda(Environment target) {
        return target.kind() == EnvironmentKind.CONDA || target.kind() == EnvironmentKind.MICROMAMBA;
    }
}
