package dev.rwtui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The installed git reads what rwtui writes, and rwtui what git writes. */
final class ConfigOracleIT {

    @TempDir
    Path directory;

    private Git git;
    private Path path;
    private ConfigFile file;

    static Stream<String> values() {
        return Stream.of(
                "~/code/vision",
                "",
                " ",
                " leading",
                "trailing ",
                "two  spaces within",
                "tab\twithin",
                "\ttab before",
                "line\nend",
                "\n",
                "return\rwithin",
                "return at the end\r",
                "quote \" and '",
                "\"quoted\"",
                "back\\slash",
                "ends in backslash\\",
                "\\n",
                "hash # and ; semicolon",
                "#hash first",
                ";semicolon first",
                "-leading-dash",
                "--get",
                "[section]",
                "a = b",
                "=",
                "bell\u0007 and backspace\b and escape\u001b",
                "vertical\u000btab form\u000cfeed",
                "\u000bvertical tab first\u000c",
                "\u00fcber/\u6a21\u578b/\ud83d\ude80",
                "\u00a0no-break space\u00a0",
                "\u2028line separator\u3000",
                "$(touch x) `touch x` %s");
    }

    static Stream<String> subsections() {
        return Stream.of(
                "gpu",
                "GPU",
                "gpu.eng.cam.ac.uk",
                "a.b.c.",
                ".",
                "with space",
                "qu\"ote",
                "back\\slash",
                "user@host:22",
                "[::1]",
                "tab\tin it",
                "#hash;",
                "\u00fcber",
                " ",
                "");
    }

    @BeforeEach
    void aFile() throws InterruptedException {
        git = Git.with(directory);
        path = directory.resolve("config");
        file = new ConfigFile(path);
    }

    @ParameterizedTest
    @MethodSource("values")
    void gitReadsEveryValueThatIsWritten(String value) throws Exception {
        file.change(text -> text.with(ConfigKey.of("rwtui", "gpu", "path"), value));

        assertThat(git.says(directory, "config", "-f", path.toString(), "--null", "--get", "rwtui.gpu.path"))
                .isEqualTo(value + "\0");
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueThatGitWritesIsRead(String value) throws Exception {
        // git 2.39 itself loses a return that it has written without quotes.
        String written = value.endsWith("\r") ? value.strip() : value.replace('\r', ' ');
        git.says(directory, "config", "-f", path.toString(), "rwtui.gpu.path", written);

        assertThat(file.read().entries()).extracting(ConfigEntry::value).containsExactly(Optional.of(written));
    }

    @ParameterizedTest
    @MethodSource("subsections")
    void everySubsectionIsTheSameToGit(String subsection) throws Exception {
        ConfigKey key = ConfigKey.of("rwtui", subsection, "path");
        String name = "rwtui." + subsection + ".path";
        file.change(text -> text.with(key, "ours"));

        assertThat(git.says(directory, "config", "-f", path.toString(), "--get", name))
                .isEqualTo("ours");
        git.says(directory, "config", "-f", path.toString(), name, "git's");
        assertThat(file.read().entries()).singleElement().matches(key::names);
        git.says(directory, "config", "-f", path.toString(), "--unset", name);
        assertThat(file.read().entries()).isEmpty();
    }

    /** Texts as people write them, and what no text is. */
    static Stream<String> texts() {
        return Stream.of(
                "a = b\n",
                "[a]b=c\n[d] e\n",
                "[a][b]c=1\n",
                "[]\na=b\n",
                "[ \"x\"]\na=b\n",
                "[.]\na=b\n",
                "[A.B-c.D]\nE-f = 1\n",
                "[a\t\"b\"]\nc=d\n",
                "[a \"\"]\nc=d\n",
                "[a \"\\x\\\"\\\\\"]\nc=d\n",
                "[a ]\nb=c\n",
                "[ a]\nb=c\n",
                "[a \"b\" ]\nc=d\n",
                "[a]\nb = \"x\" y \"z  z\"  # c\n",
                "[a]\nb = x \\\n  y\\\nz\n",
                "[a]\r\nb = x\\\r\ny\r\n",
                "[a]\nb = x\\",
                "[a]\nb = \"x\\\ny\"\n",
                "[a]\nb = \"x\ny\"\n",
                "[a]\nb =\n c = \n",
                "[a]\nb = # none\n",
                "[a]\nb # none\n",
                "[a]\nb\n",
                "[a]\nb \t \n",
                "[a]\nb_c = 1\n",
                "[a]\n-b = 1\n",
                "[a]\nb-1 = 1\n",
                "[a]\nb = \\t\\n\\b\\\\\\\"\n",
                "[a]\nb = \\e\n",
                "[a]\nb = x;y\n",
                "[a]\nb = \"\" x\n",
                "[a]\nb = x \"\"\n",
                "\ufeff[a]\nb=1\n",
                "[a]\n\ufeffb=1\n",
                "[a \"b\nc\"]\n",
                "[a",
                "[a \"b",
                "# only\n; comments",
                "");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadAsGitReadsIt(String text) throws Exception {
        Files.writeString(path, text);

        assertThat(listed()).isEqualTo(listedByGit());
    }

    /** Lines in any order, changed and taken out in turn: what git lists has exactly that change, whatever the text is. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aChangeIsThatChangeToGit(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> lines = List.of(
                "[rwtui \"gpu\"]\n",
                "[rwtui \"gpu\"] # c\n",
                "[Rwtui \"gpu\"]",
                "[a]\n",
                "[a \"gpu\"] ",
                "\tpath = x # c\n",
                "path\n",
                "PATH=\"y  y\" \\\n z\n",
                "\tother = 1\n",
                "; comment\n",
                "\n",
                "\tpath =\r\n",
                "b = c\\\n\n");
        String text =
                "[a]\n" + random.ints(12, 0, lines.size()).mapToObj(lines::get).collect(Collectors.joining());
        ConfigKey key = ConfigKey.of("rwtui", "gpu", "path");
        Files.writeString(path, text);
        List<String> others = listedByGit().stream()
                .filter(line -> !line.startsWith("rwtui.gpu.path"))
                .toList();

        file.change(before -> before.with(key, "v \" #"));
        List<String> after = new ArrayList<>(listedByGit());
        assertThat(after.remove("rwtui.gpu.path\nv \" #")).as(text).isTrue();
        assertThat(after).as(text).isEqualTo(others);

        file.change(before -> before.without(key));
        assertThat(listedByGit()).as(text).isEqualTo(others);
    }

    private List<String> listed() throws ConfigException {
        try {
            return file.read().entries().stream()
                    .map(entry -> (entry.prefix().isEmpty() ? "" : entry.prefix() + ".")
                            + entry.name()
                            + entry.value().map(value -> "\n" + value).orElse(""))
                    .toList();
        } catch (ConfigException e) {
            return List.of("refused");
        }
    }

    private List<String> listedByGit() throws IOException, InterruptedException {
        Git.Outcome outcome = git.run(directory, "config", "-f", path.toString(), "--null", "--list");
        if (outcome.status() != 0) {
            return List.of("refused");
        }
        return outcome.out().isEmpty() ? List.of() : List.of(outcome.out().split("\0"));
    }
}
