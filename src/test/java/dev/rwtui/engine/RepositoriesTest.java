package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.base.HostAlias;
import dev.rwtui.platform.ThisMachine;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.ssh.Backoff;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.testing.FakeTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of writing down where a repository is: somebody waits for it. */
final class RepositoriesTest {

    private static final HostAlias HOST = new HostAlias("direwolf");
    private static final String PYTHON = "/opt/vision/bin/python";

    @TempDir
    Path home;

    private final List<Notice> told = new ArrayList<>();
    private Repositories repositories;

    @BeforeEach
    void make() {
        EngineTools tools = new EngineTools(
                (hop, carrier, attempt) -> {
                    throw SshException.of(Failure.Kind.BUG, HOST, "nobody connects", "");
                },
                typed -> {
                    throw new AssertionError("nobody reads");
                },
                (watched, changed) -> {},
                new ThisMachine(Map.of()),
                () -> new Surroundings(Map.of(), home),
                Runnable::run,
                Runnable::run,
                new FakeTimers(),
                new Backoff(() -> 0.5),
                Duration.ZERO);
        Announcements announcements = new Announcements(tools);
        announcements.subscribe(told::add, List.of());
        repositories = new Repositories(tools, announcements, host -> List.of(host, new HostAlias("second")));
        repositories.open(home.toString());
    }

    private void aRepository() throws Exception {
        Files.createDirectories(home.resolve(".git/objects"));
        Files.createDirectories(home.resolve(".git/refs"));
        Files.writeString(home.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(home.resolve(".git/config"), "[core]\n\trepositoryformatversion = 0\n");
    }

    private boolean choose() {
        return repositories.write(HOST, "choosing the python", known -> known.choose(HOST, PYTHON));
    }

    @Test
    void whatWasSoBeforeIsAnsweredAsWell() throws Exception {
        aRepository();

        assertThat(choose()).isTrue();
        assertThat(choose()).isTrue();

        Mapping chosen = new Mapping(Optional.empty(), Optional.of(PYTHON));
        assertThat(told)
                .containsExactly(new Notice.MappingRead(HOST, 1, chosen), new Notice.MappingRead(HOST, 2, chosen));
    }

    @Test
    void whatCannotBeWrittenIsToldAsAFailureAlone() throws Exception {
        aRepository();
        Files.createFile(home.resolve(".git/config.lock"));

        assertThat(choose()).isFalse();

        assertThat(told).noneMatch(Notice.MappingRead.class::isInstance);
        assertThat(told)
                .filteredOn(Notice.RequestFailed.class::isInstance)
                .singleElement()
                .satisfies(notice ->
                        assertThat(((Notice.RequestFailed) notice).what()).isEqualTo("choosing the python"));
    }

    @Test
    void withoutARepositoryNothingIsWritten() {
        assertThat(choose()).isFalse();

        assertThat(told)
                .contains(new Notice.RequestFailed("choosing the python", "rwtui was not started in a git repository"));
    }

    @Test
    void whatIsWrittenUnderAnotherNameOfTheHostCounts() throws Exception {
        aRepository();
        Files.writeString(
                home.resolve(".git/config"), "[rwtui \"second\"]\n\tpath = /srv/code\n", StandardOpenOption.APPEND);

        assertThat(repositories.pathOn(HOST)).contains("/srv/code");

        assertThat(repositories.write(HOST, "mapping", known -> known.remember(HOST, "/srv/other")))
                .isTrue();

        assertThat(repositories.pathOn(HOST)).contains("/srv/other");
    }
}
