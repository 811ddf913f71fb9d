package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.ssh.config.OracleAnswer.Difference;
import dev.rwtui.ssh.config.OracleAnswer.Dump;
import dev.rwtui.ssh.config.OracleAnswer.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The comparison with {@code ssh -G} sees what differs. */
final class OracleAnswerTest {

    private static final Dump DUMP =
            new Dump(List.of("user u", "port 22", "localforward 1 [a]:1", "localforward 2 [b]:2"));

    private static Refusal refusal(String place) {
        return new Refusal(Optional.of(place).filter(text -> !text.isEmpty()), "no");
    }

    private static List<String> differing(OracleAnswer theirs, OracleAnswer ours) {
        return OracleAnswer.compare(theirs, ours).stream().map(Difference::what).toList();
    }

    @Test
    void theSameLinesAreTheSameAnswer() {
        assertThat(differing(DUMP, new Dump(DUMP.lines()))).isEmpty();
    }

    @Test
    void aValueALineTooFewALineTooManyAndTheOrderOfLinesAreSeen() {
        assertThat(differing(
                        DUMP, new Dump(List.of("user v", "port 22", "localforward 1 [a]:1", "localforward 2 [b]:2"))))
                .containsExactly("user");
        assertThat(differing(DUMP, new Dump(List.of("user u", "localforward 1 [a]:1", "localforward 2 [b]:2"))))
                .containsExactly("port");
        assertThat(differing(DUMP, new Dump(List.of("user u", "port 22", "localforward 1 [a]:1"))))
                .containsExactly("localforward");
        assertThat(differing(new Dump(List.of("port 22")), new Dump(List.of("port 22", "tag x"))))
                .containsExactly("tag");
        assertThat(differing(
                        DUMP, new Dump(List.of("user u", "port 22", "localforward 2 [b]:2", "localforward 1 [a]:1"))))
                .containsExactly("localforward");
        assertThat(differing(
                        DUMP, new Dump(List.of("port 22", "user u", "localforward 1 [a]:1", "localforward 2 [b]:2"))))
                .containsExactly("order");
    }

    @Test
    void aRefusalIsComparedByItsPlaceWhereSshNamesOne() {
        assertThat(differing(refusal("/f:1"), refusal("/f:1"))).isEmpty();
        assertThat(differing(refusal("/f:1"), refusal("/f:2"))).containsExactly("place");
        assertThat(differing(refusal("/f:1"), refusal("/g:1"))).containsExactly("place");
        assertThat(differing(refusal(""), refusal("/f:2"))).isEmpty();
    }

    @Test
    void aRefusalAndADumpAreTwoVerdicts() {
        assertThat(differing(refusal("/f:1"), DUMP)).containsExactly("verdict");
        assertThat(differing(DUMP, refusal("/f:1"))).containsExactly("verdict");
    }

    @Test
    void thePlaceIsThatOfTheFirstComplaintWhichIsMoreThanARemark() {
        String complaints = """
                /a b/config line 1: Unsupported option "rsaauthentication"
                Missing Match criteria for host
                /a b/config line 3: Bad Match condition
                /a b/config: line 4: Bad configuration option: frob
                /a b/config: terminating, 2 bad configuration options
                """;

        assertThat(SshComplaints.place(complaints)).contains("/a b/config:3");
        assertThat(SshComplaints.place("/c: line 4: Bad configuration option: x\r\n"))
                .contains("/c:4");
        assertThat(SshComplaints.place("command-line line 0: Bad port 'x'.\n")).contains("command line");
        assertThat(SshComplaints.place("Too many recursive configuration includes\n"))
                .isEmpty();
    }
}
