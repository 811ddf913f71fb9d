package dev.rwtui.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rwtui git}: the repository on a host. */
@Command(
        name = "git",
        sortOptions = false,
        description = "Make the repository on a host right again, and lose nothing. The one here is that around the"
                + " current directory; where it is on HOST is said by m in the dashboard, or by git config"
                + " rwtui.HOST.path PATH.",
        subcommands = {GitStatusCommand.class, GitSyncCommand.class, GitUndoCommand.class, GitBackupsCommand.class})
final class GitCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandSpec spec;

    CommandLineProgram program() {
        return program;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "rwtui git: which command?");
    }
}
