package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.SyncWish;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui git sync}: makes the repository on a host equal to its upstream. */
@Command(
        name = "sync",
        sortOptions = false,
        description = {
            "Make the repository on HOST what git reset --hard, git clean -fd and git pull would, and keep what those"
                    + " would destroy. It fetches there, shows what it would do, asks, and does it.",
            "rwtui git undo takes it back."
        })
final class GitSyncCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private GitCommand git;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @ArgGroup
    private Commits commits = new Commits();

    @Option(
            names = "--from-here",
            description = "Bring the commits from the branch of the same name here, where HOST cannot fetch them.")
    private boolean fromHere;

    @Mixin
    private PlanOptions options = new PlanOptions();

    /** What becomes of commits there that upstream does not have; otherwise they stop it. */
    static final class Commits {

        @Option(names = "--keep-commits", description = "Keep commits that are only on HOST, on a branch there.")
        private boolean keep;

        @Option(names = "--push-commits", description = "Push commits that are only on HOST upstream first.")
        private boolean push;

        SyncWish.Commits wish() {
            return keep ? SyncWish.Commits.KEEP_ON_BRANCH : push ? SyncWish.Commits.PUSH : SyncWish.Commits.STOP;
        }
    }

    GitSyncCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        SyncWish wish = new SyncWish(commits.wish(), fromHere ? SyncWish.Source.HERE : SyncWish.Source.UPSTREAM);
        return new PlanRun(world, git.program(), host, options).run(new Request.PlanSync(host, wish));
    }
}
