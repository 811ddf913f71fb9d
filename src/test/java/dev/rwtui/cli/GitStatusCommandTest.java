package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.DIREWOLF;
import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.GitSyncSample;
import dev.rwtui.tui.testing.Golden;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitStatusCommandTest {

    private static final Request READ = new Request.ReadSync(DIREWOLF);

    private final CliRig rig = new CliRig();

    private static FakeEngine engine() {
        return new FakeEngine(configuration());
    }

    private static FakeEngine standing(SyncStatus status) {
        return engine().on(READ, new Notice.SyncRead(DIREWOLF, 1, Optional.of(status), Optional.empty()));
    }

    @Test
    void howTheRepositoryStands() {
        assertThat(rig.run(standing(GitSyncSample.holdsWork()), "git", "status", "direwolf"))
                .isEqualTo(1);

        Golden.checkText("cli/git-status.txt", rig.out.toString());
        assertThat(rig.err).hasToString("");
    }

    @Test
    void howTheRepositoryStandsAsJson() throws Exception {
        rig.run(standing(GitSyncSample.holdsWork()), "git", "status", "direwolf", "--json");

        Golden.checkText("cli/git-status.json", rig.out.toString());
        assertThat(new ObjectMapper()
                        .readTree(rig.out.toString())
                        .at("/differences/2/path")
                        .textValue())
                .isEqualTo(GitSyncSample.LATIN);
    }

    @Test
    void theSameCodeIsAYes() {
        assertThat(rig.run(standing(GitSyncSample.same()), "git", "status", "direwolf"))
                .isZero();

        assertThat(rig.out.toString()).contains("the same code as here");
    }

    @Test
    void whereThereIsNoCloneThatIsSaid() {
        assertThat(rig.run(standing(GitSyncSample.noClone()), "git", "status", "direwolf"))
                .isEqualTo(1);

        assertThat(rig.out).hasToString("""
                here      no repository
                there     no repository
                upstream  none
                there is nothing at ~/code/vision
                """);
    }

    @Test
    void howToMapARepositoryThatIsNot() {
        HostAlias alias = new HostAlias("direwolf");
        SyncFailure unmapped = new SyncFailure(SyncFailure.Kind.NOT_THERE, "nobody has said where it is", "");
        FakeEngine engine = engine().on(
                        READ,
                        new Notice.MappingRead(alias, 1, Mapping.NONE),
                        new Notice.SyncRead(alias, 2, Optional.empty(), Optional.of(unmapped)));

        assertThat(rig.run(engine, "git", "status", "direwolf")).isEqualTo(2);

        assertThat(rig.err)
                .hasToString(
                        "rwtui: direwolf: nobody has said where it is; git config rwtui.direwolf.path PATH says it\n");
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 3", "STOPPED, 5", "BROKEN_OFF, 5", "NOT_THERE, 2", "REFUSED, 4"})
    void aFailureEndsWithItsKind(SyncFailure.Kind kind, int status) {
        SyncFailure failure = GitSyncSample.failure(kind);
        FakeEngine engine = engine().on(READ, new Notice.SyncRead(DIREWOLF, 1, Optional.empty(), Optional.of(failure)));

        assertThat(rig.run(engine, "git", "status", "direwolf")).isEqualTo(status);

        assertThat(rig.err).hasToString("rwtui: direwolf: fatal: it will not; try something else\n");
        assertThat(rig.out).hasToString("");
    }

    @Test
    void gitAloneIsAUsageError() {
        assertThat(rig.run(engine(), "git")).isEqualTo(2);

        assertThat(rig.err.toString()).contains("which command?");
    }
}
