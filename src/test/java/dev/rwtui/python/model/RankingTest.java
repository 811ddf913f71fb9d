package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RankingTest {

    private static Environment of(EnvironmentKind kind, String prefix, long changed) {
        return of(kind, prefix, changed, "");
    }

    private static Environment of(EnvironmentKind kind, String prefix, long changed, String fault) {
        return new Environment(
                kind,
                prefix,
                prefix,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                changed == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(changed)),
                fault.isEmpty() ? Optional.empty() : Optional.of(fault),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<String> ranked(Environment... environments) {
        return new Ranking(Set.of("/repo"))
                .ranked(List.of(environments)).stream().map(Environment::prefix).toList();
    }

    @Test
    void theRepositorysOwnThenPeoplesThenBarePythonsThenTheRest() {
        assertThat(ranked(
                        of(EnvironmentKind.KERNEL, "/k", 9),
                        of(EnvironmentKind.SYSTEM, "/usr", 9),
                        of(EnvironmentKind.PYENV, "/pyenv", 9),
                        of(EnvironmentKind.CONDA, "/conda", 5),
                        of(EnvironmentKind.VENV, "/repo/.venv", 1)))
                .containsExactly("/repo/.venv", "/conda", "/pyenv", "/usr", "/k");
    }

    @Test
    void whatIsInUseBeforeWhatIsOldAndWhatIsBrokenAfterBoth() {
        assertThat(ranked(
                        of(EnvironmentKind.VENV, "/broken", 9, "gone"),
                        of(EnvironmentKind.VENV, "/undated", 0),
                        of(EnvironmentKind.VENV, "/old", 1),
                        of(EnvironmentKind.CONDA, "/new", 5)))
                .containsExactly("/new", "/old", "/undated", "/broken");
    }

    @Test
    void aNeighbourOfTheSameBeginningIsNoneOfTheRepository() {
        assertThat(ranked(of(EnvironmentKind.VENV, "/repository/.venv", 1), of(EnvironmentKind.VENV, "/z", 5)))
                .containsExactly("/z", "/repository/.venv");
    }
}
