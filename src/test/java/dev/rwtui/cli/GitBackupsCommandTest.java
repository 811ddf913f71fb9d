package dev.rwtui.cli;

import static dev.rwtui.cli.CliRig.DIREWOLF;
import static dev.rwtui.cli.CliRig.configuration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.testing.FakeEngine;
import dev.rwtui.testing.GitSyncSample;
import dev.rwtui.tui.testing.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GitBackupsCommandTest {

    private final CliRig rig = new CliRig();

    private static FakeEngine engine() {
        return new FakeEngine(configuration());
    }

    @Test
    void backupsAreListed() {
        FakeEngine engine = engine().on(
                        new Request.ListBackups(DIREWOLF),
                        new Notice.BackupsListed(DIREWOLF, 1, GitSyncSample.backups(), Optional.empty()));

        assertThat(rig.run(engine, "git", "backups", "direwolf")).isZero();

        Golden.checkText("cli/git-backups.txt", rig.out.toString());
    }

    @Test
    void backupsAsJson() {
        FakeEngine engine = engine().on(
                        new Request.DropBackups(DIREWOLF, List.of("a", "b")),
                        new Notice.BackupsListed(DIREWOLF, 1, GitSyncSample.backups(), Optional.empty()));

        assertThat(rig.run(engine, "git", "backups", "direwolf", "--json", "--drop", "a", "b"))
                .isZero();

        Golden.checkText("cli/git-backups.json", rig.out.toString());
    }

    @Test
    void whatABackupHoldsIsShownAndSteersNoTerminal() {
        FakeEngine engine = engine().on(
                        new Request.ShowBackup(DIREWOLF, GitSyncSample.ID),
                        new Notice.BackupShown(
                                DIREWOLF, GitSyncSample.ID, 1, "+\ta\u001b[31m\n-b\n", Optional.empty()));

        assertThat(rig.run(engine, "git", "backups", "direwolf", "--show", GitSyncSample.ID))
                .isZero();

        assertThat(rig.out).hasToString("+\ta?[31m\n-b\n");
    }

    @Test
    void aBackupThatIsNotThereIsAUsageError() {
        SyncFailure failure = GitSyncSample.failure(SyncFailure.Kind.NOT_THERE);
        FakeEngine engine = engine().on(
                        new Request.ShowBackup(DIREWOLF, "x"),
                        new Notice.BackupShown(DIREWOLF, "x", 1, "", Optional.of(failure)));

        assertThat(rig.run(engine, "git", "backups", "direwolf", "--show", "x")).isEqualTo(2);
    }
}
