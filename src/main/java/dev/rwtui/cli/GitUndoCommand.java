package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui git undo}: brings back what was before a git-sync. */
@Command(
        name = "undo",
        sortOptions = false,
        description =
                "Bring the repository on HOST back to what it was before the last git-sync, or before the one that"
                        + " BACKUP is of: commit, index and files. What is there now is kept as well.")
final class GitUndoCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private GitCommand git;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "BACKUP", description = "As rwtui git backups lists it.")
    private Optional<String> backup = Optional.empty();

    @Mixin
    private PlanOptions options = new PlanOptions();

    GitUndoCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        return new PlanRun(world, git.program(), host, options).run(new Request.PlanUndo(host, backup));
    }
}
