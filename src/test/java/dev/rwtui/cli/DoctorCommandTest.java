package dev.rwtui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Remark;
import dev.rwtui.testing.FakeEngine;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoctorCommandTest {

    private static final HostAlias GATE = new HostAlias("gate");

    private final CliRig rig = new CliRig();

    private int run(String... arguments) {
        return rig.run(new FakeEngine(), arguments);
    }

    @Test
    void remarksStandUnderTheirHeadings() {
        rig.examination = (wish, person, told) -> {
            told.accept(Remark.good("configuration", "/etc/ssh\u001b[2J is read"));
            told.accept(Remark.notable("configuration", "Port x", "Mend it."));
            told.accept(Remark.wrong("gate", "closed", ""));
            return Optional.empty();
        };

        assertThat(run("doctor", "gate")).isEqualTo(1);
        assertThat(rig.out).hasToString("""
                configuration
                  ok     /etc/ssh?[2J is read
                  note   Port x
                         Mend it.
                gate
                  WRONG  closed
                """);
    }

    @Test
    void asJsonEachRemarkIsALine() {
        rig.examination = (wish, person, told) -> {
            told.accept(Remark.notable("gate", "text", "advice"));
            return Optional.empty();
        };

        assertThat(run("doctor", "--json")).isZero();
        assertThat(rig.out)
                .hasToString(
                        "{\"version\":1,\"about\":\"gate\",\"weight\":\"note\",\"text\":\"text\",\"advice\":\"advice\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 3", "AUTHENTICATION_REFUSED, 4", "CONFIGURATION, 2"})
    void whyAHostCannotBeReachedIsTheExitCode(Failure.Kind kind, int code) {
        rig.examination = (wish, person, told) -> {
            told.accept(Remark.wrong("gate", "no", ""));
            return Optional.of(new Failure(kind, GATE, "no", ""));
        };

        assertThat(run("doctor", "gate")).isEqualTo(code);
    }

    @Test
    void itIsToldWhatTheCommandLineSays() {
        rig.environment = Map.of("SSH_AUTH_SOCK", "/agent");
        rig.examination = (wish, person, told) -> {
            assertThat(wish.file()).contains("other");
            assertThat(wish.options()).containsExactly("Port=5");
            assertThat(wish.host()).contains(GATE);
            assertThat(wish.agentSocket()).contains("/agent");
            assertThat(person).isEmpty();
            return Optional.empty();
        };

        assertThat(run("-F", "other", "-o", "Port=5", "doctor", "gate")).isZero();
    }

    @Test
    void questionsAreAskedOnTheTerminal() {
        CliRig.FakeTerminal terminal = new CliRig.FakeTerminal("yes");
        rig.terminal = Optional.of(terminal);
        rig.examination = (wish, person, told) -> {
            Answer answer = person.orElseThrow()
                    .ask(
                            CliRig.DIREWOLF,
                            GATE,
                            new Question.UnknownHostKey("gate", "ssh-ed25519", "SHA256:abc", Optional.empty()));
            assertThat(answer).isInstanceOf(Answer.Yes.class);
            return Optional.empty();
        };

        assertThat(run("doctor", "direwolf")).isZero();
        assertThat(terminal.seen).anyMatch(line -> line.contains("gate, on the way to direwolf"));
    }

    @Test
    void anInterruptCancelsWhatIsUnderWay() {
        rig.examination = (wish, person, told) -> {
            rig.interrupt();
            assertThat(wish.cancellation().isCancelled()).isTrue();
            return Optional.of(new Failure(Failure.Kind.CANCELLED, GATE, "cancelled", ""));
        };

        assertThat(run("doctor", "gate")).isEqualTo(130);
    }
}
