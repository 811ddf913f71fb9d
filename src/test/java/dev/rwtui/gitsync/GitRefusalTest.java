package dev.rwtui.gitsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.gitsync.model.SyncFailure;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class GitRefusalTest {

    private static final String SSH_TAIL =
            "\nfatal: Could not read from remote repository.\n\nPlease make sure you have"
                    + " the correct access rights\nand the repository exists.\n";

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "ssh: Could not resolve hostname git.example: Name or service not known\r" + SSH_TAIL,
                        "ssh: Could not resolve hostname git.example: Name or service not known",
                        "from here"),
                Arguments.of(
                        "fatal: unable to access 'https://ada:secret@h.example/x/': Could not resolve host: h.example\n",
                        "unable to access 'https://h.example/x/': Could not resolve host: h.example",
                        "from here"),
                Arguments.of(
                        "git@github.com: Permission denied (publickey)." + SSH_TAIL,
                        "git@github.com: Permission denied (publickey)",
                        "ForwardAgent"),
                Arguments.of(
                        """
                        error: unable to read askpass response from '/x/askpass'
                        fatal: could not read Username for 'https://h.example': terminal prompts disabled
                        """,
                        "could not read Username for 'https://h.example': terminal prompts disabled",
                        "credential helper"),
                Arguments.of(
                        "fatal: detected dubious ownership in repository at '/data/it''s'\nTo add an exception for"
                                + " this directory, call:\n\n\tgit config --global --add safe.directory /data\n",
                        "detected dubious ownership in repository at '/data/it''s'",
                        "--add safe.directory '/data/a b'"),
                Arguments.of("""
                        To h:x
                         ! [rejected]        HEAD -> main (fetch first)
                        error: failed to push some refs to 'h:x'
                        hint: Updates were rejected
                        """, "[rejected]        HEAD -> main (fetch first)", "pushed since"),
                Arguments.of(
                        "Receiving objects: 10% (1/10)\rReceiving objects: 20% (2/10)\rfatal: write error: No space left"
                                + " on device\nfatal: fetch-pack: invalid index-pack output\n",
                        "fetch-pack: invalid index-pack output", "make room"),
                Arguments.of("", "git failed without a word", ""),
                Arguments.of("sh: 1: odd: not found\n", "sh: 1: odd: not found", ""));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isSaidInGitsWords(String words, String why, String advice) {
        SyncFailure failure = GitRefusal.of(words, "/data/a b");

        assertThat(failure.kind()).isEqualTo(SyncFailure.Kind.REFUSED);
        assertThat(failure.why()).isEqualTo(why);
        assertThat(failure.advice()).contains(advice);
    }
}
