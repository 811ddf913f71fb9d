package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {

    @Test
    void whatIsLeftStillFailsAndNothingOfItCanGo() {
        OracleTree tree = OracleTree.of("Port 1\nHost a b c\n  User x # y\nHost d\n  Include @DIR@/inc\n")
                .with("inc", "Port 2\nPort 3\n")
                .with("other", "Port 4\n");
        OracleQuestion question = OracleQuestion.of(tree, "a", List.of("Port=5"));

        OracleQuestion small = Shrinking.shrink(
                question,
                candidate -> candidate.tree().texts().getOrDefault("config", "").contains("User x")
                        && candidate.tree().texts().getOrDefault("inc", "").contains("Port 3"));

        assertThat(small.options()).isEmpty();
        assertThat(small.tree().texts()).isEqualTo(Map.of("config", "User x \n", "inc", "Port 3\n"));
    }

    @Test
    void aQuestionWhoseEveryPartMattersStaysAsItIs() {
        OracleQuestion question = OracleQuestion.of(OracleTree.of("Host a\n"), "a", List.of());

        assertThat(Shrinking.shrink(question, question::equals)).isEqualTo(question);
    }
}
