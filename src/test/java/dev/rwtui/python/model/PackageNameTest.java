package dev.rwtui.python.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackageNameTest {

    /** The examples of PEP 503's specification. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "friendly-bard",
                "Friendly-Bard",
                "FRIENDLY-BARD",
                "friendly.bard",
                "friendly_bard",
                "friendly--bard",
                "FrIeNdLy-._.-bArD"
            })
    void spellingsOfOneNameAreTheSame(String spelling) {
        assertThat(PackageName.of(spelling))
                .isEqualTo(PackageName.of("friendly-bard"))
                .hasToString("friendly-bard");
    }
}
