package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Scripts;
import dev.rwtui.repo.Courier;
import dev.rwtui.repo.LocalRepository;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.testing.FakeTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserSideTest {

    private static final HostAlias WEB = new HostAlias("web");

    /** Nothing can be run there. */
    private static final Place CLOSED = (command, cancellation) -> {
        throw new PlaceException("web is not connected");
    };

    private final FakeTimers timers = new FakeTimers();
    private final List<Question.Ask> asked = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private Answer answer = new Answer.No();
    private Optional<LocalRepository> repository = Optional.empty();

    private UserSide side(Engine.Attendance attendance) {
        Courier courier = new Courier(new Scripts(timers, Runnable::run), timers);
        return new UserSide(
                new UserSide.Means(
                        (host, hop, ask, withdrawn) -> {
                            assertThat(List.of(host, hop)).containsOnly(WEB);
                            asked.add(ask);
                            return answer;
                        },
                        courier,
                        () -> repository),
                new UserSide.Errand(WEB, attendance, CLOSED, step -> {}, cancellation));
    }

    private UserSide attended() {
        return side(Engine.Attendance.ATTENDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Username for 'https://h.example': | SHOWN",
                "Password for 'https://ada@h.example': | HIDDEN",
                "Password for 'https://login:@h.example': | HIDDEN",
                "Enter passphrase for key '/home/username/.ssh/id (yes)': | HIDDEN",
                "Are you sure you want to continue connecting (yes/no/[fingerprint])? | SHOWN",
                "ada@h.example's password: | HIDDEN",
                "Verification code: | HIDDEN",
            })
    void onlyWhatIsNoSecretIsShownWhileItIsTyped(String prompt, Question.Echo echo) {
        attended().answer(prompt + " ");

        assertThat(asked)
                .containsExactly(new Question.Fields("git on web asks", "", List.of(new Question.Field(prompt, echo))));
    }

    @Test
    void whatComesBeforeTheLastLineIsTheReason() {
        attended().answer("The authenticity cannot be established.\nKey is SHA256:x.\nContinue (yes/no)? ");

        assertThat(asked)
                .containsExactly(new Question.Fields(
                        "git on web asks",
                        "The authenticity cannot be established.\nKey is SHA256:x.",
                        List.of(new Question.Field("Continue (yes/no)?", Question.Echo.SHOWN))));
    }

    @Test
    void whatIsTypedIsTheAnswer() {
        Secret typed = Secret.owning("word".toCharArray());
        answer = new Answer.Typed(List.of(typed));

        assertThat(attended().answer("Password: ")).containsSame(typed);
    }

    @Test
    void whoeverDeclinesHasNotAnswered() {
        assertThat(attended().answer("Password: ")).isEmpty();
    }

    @Test
    void nobodyIsAskedWhoIsNotThere() {
        assertThat(side(Engine.Attendance.UNATTENDED).answer("Password: ")).isEmpty();
        cancellation.cancel();
        assertThat(attended().answer("Password: ")).isEmpty();

        assertThat(asked).isEmpty();
    }

    @Test
    void withoutARepositoryNothingIsBrought() {
        GitSyncException thrown =
                catchThrowableOfType(GitSyncException.class, () -> attended().bring("/r", "refs/rwtui/incoming/main"));

        assertThat(thrown.failure().kind()).isEqualTo(SyncFailure.Kind.NOT_THERE);
    }

    @Test
    void whyItCannotBeBroughtIsTold(@TempDir Path directory) throws Exception {
        Path git = directory.resolve(".git");
        Files.createDirectories(git.resolve("refs"));
        Files.createDirectories(git.resolve("objects"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        repository = LocalRepository.find(directory, new Surroundings(Map.of(), directory.resolve("home")));

        GitSyncException thrown =
                catchThrowableOfType(GitSyncException.class, () -> attended().bring("/r", "refs/rwtui/incoming/main"));

        assertThat(thrown.failure())
                .isEqualTo(new SyncFailure(SyncFailure.Kind.REFUSED, "the branch main here has no commit yet", ""));
    }
}
