package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GreetingTest {

    private final Greeting greeting = new Greeting();

    @ParameterizedTest
    @ValueSource(
            strings = {"SSH-2.0-OpenSSH_9.2\r\n", "Welcome\r\nSSH-2.0-x\r\n", "Exceeded MaxStartups\r\nSSH-2.0-x\r\n"})
    void aGreetingMayFollowOtherLines(String text) {
        greeting.heard(text);

        assertThat(greeting.hasCome()).isTrue();
        assertThat(greeting.turnedAway()).isEmpty();
    }

    @Test
    void aGreetingMayComeInPieces() {
        greeting.heard("Welcome\r\n");
        boolean early = greeting.hasCome();
        greeting.heard("SSH-2.0-x\r\n");

        assertThat(early).isFalse();
        assertThat(greeting.hasCome()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exceeded MaxStartups", "Not allowed at this time"})
    void aServerWithoutRoomIsUnderstood(String words) {
        greeting.heard(words.substring(0, 5));
        greeting.heard(words.substring(5) + "\r\n");

        assertThat(greeting.turnedAway()).contains(words);
    }

    @Test
    void whatDoesNotSpeakSshIsNotKeptForEver() {
        for (int i = 0; i < 1000; i++) {
            greeting.heard("HTTP/1.0 400 Bad Request\r\n");
        }
        greeting.heard("Exceeded MaxStartups");

        assertThat(greeting.hasCome()).isFalse();
        assertThat(greeting.turnedAway()).isEmpty();
    }
}
