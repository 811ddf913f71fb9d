package dev.rwtui.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentKind;
import dev.rwtui.python.model.Survey;
import dev.rwtui.python.model.Survey.Unfinished;
import dev.rwtui.remote.Frame;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SurveyReadingTest {

    private static final Instant BEGUN = Instant.parse("2024-05-01T10:00:00Z");

    private final SurveyReading reading = new SurveyReading(
            new SurveyWish(Optional.of("~/repo"), List.of("wanted"), String::equalsIgnoreCase), BEGUN);

    private void hear(String kind, String... fields) {
        reading.hear(new Frame(kind, List.of(fields)));
    }

    /** An environment with a python and nothing against it. */
    private void environment(String kind, String prefix, String real, String root) {
        hear("env", kind, prefix, real, "", "bin/python", "3.10.1", "3", "1700000000", "", "", "3", root, "");
    }

    private Environment only() {
        List<Environment> environments = reading.done("").environments();
        assertThat(environments).hasSize(1);
        return environments.get(0);
    }

    @Test
    void ofTwoKindsForOnePlaceTheMoreTellingStays() {
        environment("venv", "/h/.cache/x", "/h/.cache/x", "");
        environment("poetry", "/h/.cache/x", "/h/.cache/x", "");
        environment("virtualenv", "/h/.cache/x", "/h/.cache/x", "");

        assertThat(only().kind()).isEqualTo(EnvironmentKind.POETRY);
    }

    @Test
    void whatKnowsTheRootOfACondaEnvironmentTellsMore() {
        environment("micromamba", "/c/envs/a", "/c/envs/a", "");
        environment("conda", "/c/envs/a", "/c/envs/a", "/c");
        environment("conda", "/c/envs/a", "/c/envs/a", "");

        assertThat(only().activation()).contains("conda activate a");
    }

    @Test
    void aPlaceBehindALinkIsTheSamePlace() {
        environment("mise", "/m/3.12", "/m/3.12.4", "");
        environment("mise", "/m/3.12.4", "/m/3.12.4", "");
        environment("mise", "/m/latest", "/m/3.12.4", "");

        assertThat(only().prefix()).isEqualTo("/m/3.12.4");
    }

    @Test
    void twoOfTheSameNameAreActivatedByTheirPaths() {
        environment("conda", "/a/envs/train", "/a/envs/train", "/a");
        environment("conda", "/b c/envs/train", "/b c/envs/train", "/b c");

        assertThat(reading.done("").environments())
                .extracting(found -> found.activation().orElseThrow())
                .containsExactly("conda activate /a/envs/train", "conda activate '/b c/envs/train'");
    }

    @Test
    void aPyPyOfTheSameVersionIsAnother() {
        hear("env", "system", "/usr", "/usr", "", "/usr/bin/python3", "3.9.16", "3", "0", "", "", "3", "", "", "");
        hear("env", "system", "/usr", "/usr", "", "/usr/bin/pypy3", "3.9.16", "3", "0", "", "", "3", "", "", "");

        assertThat(reading.done("").environments())
                .extracting(found -> found.interpreter().orElseThrow())
                .containsExactlyInAnyOrder("/usr/bin/python3", "/usr/bin/pypy3");
    }

    @Test
    void pythonsOfTheSystemShareAPrefixAndAreTwo() {
        hear("env", "system", "/usr", "/usr", "", "/usr/bin/python3", "3.11.2", "3", "0", "", "", "3", "", "");
        hear("env", "system", "/usr", "/usr", "", "/usr/bin/python3.9", "3.9.1", "3", "0", "", "", "3", "", "");
        hear("env", "system", "/usr", "/usr", "", "/bin/python3", "3.11.2", "3", "0", "", "", "3", "", "");

        assertThat(reading.done("").environments())
                .extracting(Environment::name)
                .containsExactly("python3", "python3.9");
    }

    @Test
    void partsThatBrokeOffAreNamedWithWhy() {
        hear("part-begin", "conda");
        hear("part-begin", "home");
        hear("part-begin", "login shell");
        hear("part-end", "conda");
        hear("part-late", "login shell", "not finished after 5 s");
        hear("part-end", "login shell");

        assertThat(reading.soFar().unfinished())
                .containsExactly(
                        new Unfinished("login shell", "not finished after 5 s"), new Unfinished("home", "under way"));
        assertThat(reading.done("not finished after 10 s").unfinished())
                .contains(new Unfinished("home", "not finished after 10 s"));
    }

    @Test
    void whatHadBeenFoundStaysWhereItFails() {
        environment("venv", "/p/.venv", "/p/.venv", "");

        Survey failed = reading.failed("the connection was lost");

        assertThat(failed.stage()).isEqualTo(Survey.Stage.FAILED);
        assertThat(failed.failure()).contains("the connection was lost");
        assertThat(failed.begun()).isEqualTo(BEGUN);
        assertThat(failed.environments()).hasSize(1);
    }

    @Test
    void clonesOfTheWantedOriginAloneAreKept() {
        hear("clone", "/a", "WANTED");
        hear("clone", "/b", "another");
        hear("clone", "/a", "wanted");

        assertThat(reading.soFar().clones()).containsExactly("/a");
    }

    @Test
    void theRepositorysOwnComeFirstByEachOfItsPaths() {
        environment("conda", "/c/envs/a", "/c/envs/a", "/c");
        environment("venv", "/disk/repo/.venv", "/disk/repo/.venv", "");
        hear("repository", "/home/me/repo", "/disk/repo");

        assertThat(reading.soFar().environments().get(0).prefix()).isEqualTo("/disk/repo/.venv");
    }

    @Test
    void linesOfANameComeBack() {
        hear("env", "venv", "/a\u0001b", "/a\u0001b", "", "", "", "0", "0", "none", "", "0", "", "");

        assertThat(only().prefix()).isEqualTo("/a\nb");
    }

    @Test
    void framesOfAnotherShapeDoNoHarm() {
        hear("env");
        hear("env", "never heard of", "/x", "/x", "", "", "", "many", "-1", "odd", "", "no tabs");
        hear("kernel", "k", "", "{not json", "", "");
        hear("meaning");
        hear("what is this", "?");

        assertThat(reading.done("").environments())
                .extracting(Environment::kind)
                .containsOnly(EnvironmentKind.UNKNOWN);
    }

    @Test
    void kernelsWithoutAnEnvironmentAreShownAtTheEndAlone() {
        for (String name : Arrays.asList("b", "a")) {
            hear("kernel", name, "", "{\"argv\":[\"/gone/bin/python\"]}", "gone", "");
        }

        assertThat(reading.soFar().environments()).isEmpty();
        assertThat(only().kernels()).containsExactly("a", "b");
    }

    @Test
    void theHomeIsToldOnceItIsKnown() {
        assertThat(reading.soFar().home()).isEmpty();

        hear("home", "/home/u");

        assertThat(reading.soFar().home()).contains("/home/u");
        Survey anew = Survey.begun(BEGUN).over(reading.done(""));
        assertThat(anew.home()).contains("/home/u");
    }

    @Test
    void aHomeThatIsNoPathIsNone() {
        hear("home", "nowhere");

        assertThat(reading.done("").home()).isEmpty();
    }
}
