package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a list of a configuration makes of what can be offered. */
final class AlgorithmListTest {

    private static final List<String> OWN = List.of("gcm", "ctr-128", "ctr-256");
    private static final List<String> ABLE = List.of("gcm", "ctr-128", "ctr-256", "cbc", "old");

    private static AlgorithmList list(String text) {
        return new AlgorithmList(Optional.of(text));
    }

    @Test
    void silenceLeavesItsOwnAndTheOrderOpen() {
        assertThat(AlgorithmList.silent().over(OWN, ABLE)).isEqualTo(OWN);
        assertThat(AlgorithmList.silent().isOrdered()).isFalse();
        assertThat(AlgorithmList.silent().missing(ABLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cbc,gcm       | cbc,gcm
            ctr-*         | ctr-128,ctr-256
            +cbc          | gcm,ctr-128,ctr-256,cbc
            +new,old      | gcm,ctr-128,ctr-256,old
            -ctr-*        | gcm
            -gcm,ctr-128  | ctr-256
            ^ctr-256,cbc  | ctr-256,cbc,gcm,ctr-128
            new,ctr-128   | ctr-128
            """)
    void signsChangeItsOwn(String text, String offered) {
        assertThat(String.join(",", list(text).over(OWN, ABLE))).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({"new", "-*", "'new,newer'"})
    void nothingMayBeLeft(String text) {
        assertThat(list(text).over(OWN, ABLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new,gcm   | new
            +new,newer| new,newer
            ^new      | new
            new*,gcm  | ''
            -new      | ''
            cbc       | ''
            """)
    void whatIsWantedByNameAndMissingIsSaid(String text, String missing) {
        assertThat(String.join(",", list(text).missing(ABLE))).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"'gcm,cbc',true", "^gcm,true", "+cbc,false", "-gcm,false"})
    void onlyAWholeListAndAHeadAreAnOrder(String text, boolean ordered) {
        assertThat(list(text).isOrdered()).isEqualTo(ordered);
    }
}
