package dev.rwtui.python.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Constraint.Pep440;
import dev.rwtui.python.model.Specifiers;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PoetryConstraintTest {

    /** The tables of poetry's documentation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1.2.3; >=1.2.3,<2",
                "^1.2; >=1.2,<2",
                "^1; >=1,<2",
                "^0.2.3; >=0.2.3,<0.3",
                "^0.0.3; >=0.0.3,<0.0.4",
                "^0.0; >=0.0,<0.1",
                "^0; >=0,<1",
                "^1!2.0; >=1!2.0,<1!3",
                "^2.0rc1; >=2.0rc1,<3",
                "~1.2.3; >=1.2.3,<1.3",
                "~1.2; >=1.2,<1.3",
                "~1; >=1,<2",
                "~=1.2.3; ~=1.2.3",
                "1.2.*; ==1.2.*",
                "1.2.3; ==1.2.3",
                "==1.2.3; ==1.2.3",
                ">=1.2,<2,!=1.5.*; >=1.2,<2,!=1.5.*",
                ">=1.2 <2; >=1.2,<2",
                "> 1.2 , < 2; >1.2,<2",
                "^1.2 || ^3; >=1.2,<2 or >=3,<4",
                "1.2|1.3; ==1.2 or ==1.3",
            })
    void itsWordsAreThoseOfPep440(String poetry, String pep440) {
        Pep440 constraint = (Pep440) PoetryConstraint.parse(poetry).orElseThrow();

        assertThat(constraint.anyOf().stream().map(Specifiers::text).collect(Collectors.joining(" or ")))
                .isEqualTo(pep440);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "^", "^x", "~=", "1.2 ||", "about three", ">=1.2,<", "^1.*"})
    void whatPoetryDoesNotUnderstandIsNone(String text) {
        assertThat(PoetryConstraint.parse(text)).isEmpty();
    }
}
