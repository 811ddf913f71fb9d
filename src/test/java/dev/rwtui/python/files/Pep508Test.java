package dev.rwtui.python.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.python.model.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Pep508Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A | A | false",
                "A.B-C_D | A.B-C_D | false",
                "name<=1 | name <=1 | false",
                "name>=3,<2 | name >=3,<2 | false",
                "name (>=3, <2) | name >=3, <2 | false",
                "name [fred,bar] >=3 | name >=3 | false",
                "name; os_name == 'posix' | name | true",
                "name>=3;os_name=='posix' | name >=3 | true",
                "name@http://foo.com | name http://foo.com | false",
                "name [fred] @ http://foo.com ; python_version=='2.7' | name http://foo.com | true",
                "name @ file:///x/y.whl | name file:///x/y.whl | false",
            })
    void aDependencyIsRead(String text, String words, boolean marked) {
        Requirement requirement = Pep508.parse(text, 1).orElseThrow();

        assertThat(requirement.words()).isEqualTo(words);
        assertThat(requirement.marker().isPresent()).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-name",
                "name-",
                "name 1.0",
                "name = 1.0",
                "name >= ",
                "name; what",
                "name[",
                "name @",
                "two words",
                "name==1.0 --hash=x"
            })
    void whatIsNoDependencyIsNone(String text) {
        assertThat(Pep508.parse(text, 1)).isEmpty();
    }
}
