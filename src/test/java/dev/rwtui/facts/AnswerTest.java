package dev.rwtui.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerTest {

    @Test
    void linesWithTheSignOpenSections() {
        Answer answer = Answer.parse("M", "before\n\nM df\n  two\nlines\nM inodes\n\nM end 0");

        assertThat(answer.section("")).isEqualTo("before");
        assertThat(answer.section("df")).isEqualTo("  two\nlines");
        assertThat(answer.section("inodes")).isEmpty();
        assertThat(answer.section("never said")).isEmpty();
        assertThat(answer.end()).isEqualTo(Answer.End.DONE);
    }

    @Test
    void anEmptyLastFieldKeepsItsSeparator() {
        assertThat(Answer.parse("M", "1\u001f\n\nM end 0").section("")).isEqualTo("1\u001f");
    }

    @ParameterizedTest
    @CsvSource({
        "M end 0,DONE",
        "M end 1,FAILED",
        "M end 124,LATE",
        "M end 137,LATE",
        "M end late,LATE",
        "broken off,LATE"
    })
    void theLastLineTellsHowItEnded(String last, Answer.End end) {
        Answer answer = Answer.parse("M", "kept\n" + last);

        assertThat(answer.end()).isEqualTo(end);
        assertThat(answer.section("")).startsWith("kept");
    }
}
