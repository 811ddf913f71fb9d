package dev.rwtui.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*,anything",
        "*,''",
        "a*b*c,aXbXbXc",
        "*.conf,a.conf.conf",
        "??,ab",
        "[a-c]x,bx",
        "[!a-c]x,dx",
        "[^a]x,^x",
        "[[:digit:]]x,7x",
        "[![:upper:][:digit:]_]x,ax",
        "[[:xdigit:]-]x,Fx",
        "[[:xdigit:]-]x,-x",
        "[[:punct:]]x,;x",
        "[[:alpha:][:blank:]]x,Qx",
        "[[:alnum:][:cntrl:]]x,Qx",
        "[[:graph:]]x,Qx",
        "[[:print:]]x,Qx",
        "[[:space:][:lower:]]x,qx",
        "[[:nope:]]x,n]x",
        "[]]x,]x",
        "[!]]x,ax",
        "[a-]x,-x",
        "[x,[x",
        "\\*,*",
        "a\\,a\\",
        "x*[0-9]?,x-19z",
    })
    void aNameMatches(String pattern, String name) {
        assertThat(new FileNamePattern(pattern).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a*b,aXbX",
        "*.conf,a.config",
        "?,''",
        "?,ab",
        "[a-c]x,dx",
        "[!a-c]x,bx",
        "[!]]x,]x",
        "[^a]x,dx",
        "[[:digit:]]x,ax",
        "[[:graph:]]x,üx",
        "[[:lower:]]x,Qx",
        "[[:digit:],[",
        "[x,x",
        "\\*,a",
        "'',a",
        "a,''",
    })
    void anotherDoesNot(String pattern, String name) {
        assertThat(new FileNamePattern(pattern).matches(name)).isFalse();
    }
}
