package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.gitsync.model.Backup;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui git backups}: what git-syncs have kept. */
@Command(name = "backups", sortOptions = false, description = "List what git-syncs have kept on HOST, newest first.")
final class GitBackupsCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private GitCommand git;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @ArgGroup
    private Wish wish = new Wish();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    /** Something else than the list alone. */
    static final class Wish {

        @Option(names = "--show", paramLabel = "BACKUP", description = "Show what one holds, as git shows it.")
        private Optional<String> shown = Optional.empty();

        @Option(
                names = "--drop",
                arity = "1..*",
                paramLabel = "BACKUP",
                description = "Drop these for ever, and list the others.")
        private List<String> dropped = List.of();
    }

    GitBackupsCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        GitInquiry inquiry = new GitInquiry(world, git.program(), host);
        if (wish.shown.isPresent()) {
            Request request = new Request.ShowBackup(host, wish.shown.get());
            return ask(
                    inquiry,
                    request,
                    inquiry.about(Notice.BackupShown.class, Notice.BackupShown::host),
                    told -> shown(host, told, inquiry));
        }
        Request request =
                wish.dropped.isEmpty() ? new Request.ListBackups(host) : new Request.DropBackups(host, wish.dropped);
        return ask(
                inquiry,
                request,
                inquiry.about(Notice.BackupsListed.class, Notice.BackupsListed::host),
                told -> listed(host, told, inquiry));
    }

    private static <N> int ask(
            GitInquiry inquiry, Request request, Function<Notice, Optional<N>> answer, Function<N, Integer> report)
            throws InterruptedException {
        try (Inquiry.Talk talk = inquiry.talk()) {
            Inquiry.Outcome<N> outcome = talk.ask(request, answer);
            return outcome instanceof Inquiry.Outcome.Answered<N> answered
                    ? report.apply(answered.answer())
                    : ((Inquiry.Outcome.Ended<N>) outcome).status();
        }
    }

    private int shown(HostAlias host, Notice.BackupShown shown, GitInquiry inquiry) {
        if (shown.failure().isPresent()) {
            return inquiry.fail(shown.failure().get());
        }
        if (json) {
            world.out().println(Json.document(BackupsDocument.Shown.of(host, shown.backup(), shown.text())));
        } else {
            shown.text().lines().forEach(line -> world.out().println(Plain.line(line)));
        }
        return ExitCode.DONE.status();
    }

    private int listed(HostAlias host, Notice.BackupsListed listed, GitInquiry inquiry) {
        if (listed.failure().isPresent()) {
            return inquiry.fail(listed.failure().get());
        }
        if (json) {
            world.out().println(Json.document(BackupsDocument.of(host, listed.backups())));
        } else {
            Columns.lines(listed.backups().stream().map(GitBackupsCommand::row).toList())
                    .forEach(world.out()::println);
        }
        return ExitCode.DONE.status();
    }

    private static List<String> row(Backup backup) {
        return List.of(
                backup.id(),
                "before " + GitStatusDocument.word(backup.occasion()),
                backup.branch().orElse("-"),
                commit(backup.before()) + " -> " + commit(backup.after()),
                Amounts.of(backup.files(), "file"),
                Amounts.bytes(backup.bytes()) + " in git",
                Amounts.bytes(backup.setAside()) + " set aside");
    }

    private static String commit(Optional<String> commit) {
        return commit.map(GitStatusReport::brief).orElse("no commit");
    }
}
