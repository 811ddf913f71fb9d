package dev.rwtui.testing.python;

import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.remote.ByteText;
import dev.rwtui.remote.Posix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Environments that work, with names that programs trip over. */
final class HostileNames {

    /** The longest that there is. */
    private static final int LONGEST = 255;

    private static final List<String> NAMES = List.of(
            "two words",
            " led and trailed ",
            "it's",
            "say \"hi\"",
            "it's \"both\"",
            "line\nend",
            "ends\n",
            "\u001b[31mred\u001b]0;title\u0007",
            "-rf",
            "*",
            "$HOME `id` $(id)",
            "back\\slash",
            "tab\tand\rreturn",
            "\u202egnp.exe",
            "\u00e9\u4e2d\ud83d\ude00",
            "byte \udcff\udce9",
            "n".repeat(LONGEST));

    private final Bash bash;
    private final Look look;

    HostileNames(Bash bash) {
        this.bash = bash;
        this.look = new Look(bash);
    }

    List<Made> all() throws IOException {
        Files.createDirectories(bash.home().resolve("venvs"));
        List<Made> made = new ArrayList<>();
        for (String name : NAMES) {
            made.add(venv(name));
        }
        return made;
    }

    private Made venv(String name) throws IOException {
        String prefix = bash.home() + "/venvs/" + name;
        if (name.codePoints().anyMatch(c -> "\"'$`\\".indexOf(c) >= 0 || (c >= 0xDC80 && c <= 0xDCFF))) {
            renamed(prefix);
        } else {
            bash.says("/usr/bin/python3 -m venv --without-pip " + Posix.quoted(prefix));
        }
        return look.at(EnvironmentKind.VENV, name, prefix, Look.activation(prefix));
    }

    /** Many a release of the venv module makes nothing that can be activated of these; this is as later ones quote. */
    private void renamed(String prefix) throws IOException {
        Path plain = bash.home().resolve("venvs/plain");
        bash.says("/usr/bin/python3 -m venv --without-pip " + Posix.quoted(plain.toString()));
        Path activate = plain.resolve("bin/activate");
        String quoted = "'" + prefix.replace("'", "'\"'\"'") + "'";
        String text = Files.readString(activate)
                .replaceAll("(?m)^( *VIRTUAL_ENV=).*", "$1" + Matcher.quoteReplacement(quoted));
        Files.write(activate, ByteText.encoded(text));
        bash.says("mv -T " + Posix.quoted(plain.toString()) + " " + Posix.quoted(prefix));
    }
}
