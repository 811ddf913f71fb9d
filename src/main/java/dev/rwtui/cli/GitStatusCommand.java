package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.gitsync.model.Verdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui git status}: how the repository stands here, there and upstream. */
@Command(
        name = "status",
        sortOptions = false,
        description = {
            "Say how the repository stands here, on HOST and upstream. Nothing is fetched, written or locked.",
            "Exit status 0 for the same code here and there, 1 for anything else."
        })
final class GitStatusCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private GitCommand git;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    GitStatusCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        GitInquiry inquiry = new GitInquiry(world, git.program(), host);
        try (Inquiry.Talk talk = inquiry.talk()) {
            Inquiry.Outcome<Notice.SyncRead> outcome =
                    talk.ask(new Request.ReadSync(host), inquiry.about(Notice.SyncRead.class, Notice.SyncRead::host));
            return outcome instanceof Inquiry.Outcome.Answered<Notice.SyncRead> answered
                    ? report(host, answered.answer(), inquiry)
                    : ((Inquiry.Outcome.Ended<Notice.SyncRead>) outcome).status();
        }
    }

    private int report(HostAlias host, Notice.SyncRead read, GitInquiry inquiry) {
        if (read.failure().isPresent()) {
            return inquiry.fail(read.failure().get());
        }
        SyncStatus status = read.status().orElseThrow();
        if (json) {
            world.out().println(Json.document(GitStatusDocument.of(host, status)));
        } else {
            GitStatusReport.lines(status).forEach(world.out()::println);
        }
        boolean same = status.verdict().kind() == Verdict.Kind.SAME_CODE;
        return (same ? ExitCode.DONE : ExitCode.NEGATIVE).status();
    }
}
