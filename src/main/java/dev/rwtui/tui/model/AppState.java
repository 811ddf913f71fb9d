package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Survey;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The dashboard. Immutable; replaced by the reducers on one thread. States that look alike are equal.
 *
 * @param now the only "now" that reducers and views know; it may lag behind by as much as changes no text
 * @param questions in the order they were asked; the first is in front
 * @param closing the exit code, once the program is to end
 */
public record AppState(
        Client client, Instant now, Facts facts, Screen screen, List<Asked> questions, Optional<Integer> closing) {

    public AppState {
        questions = List.copyOf(questions);
    }

    public static AppState initial(Client client) {
        return new AppState(client, client.now(), Facts.NONE, Screen.INITIAL, List.of(), Optional.empty());
    }

    /** What is in front. */
    public Context context() {
        if (screen.overlay().orElse(null) instanceof Overlay.ConfirmQuit) {
            return Context.QUITTING;
        }
        if (!questions.isEmpty()) {
            return questions.get(0).question().ask() instanceof Question.Fields ? Context.ANSWERING : Context.HOST_KEY;
        }
        if (screen.overlay().isPresent()) {
            return context(screen.overlay().get());
        }
        if (screen.filter().isBeingTyped()) {
            return Context.FINDING;
        }
        return switch (screen.pane()) {
            case HOSTS -> Context.HOSTS;
            case TUNNELS -> Context.TUNNELS;
            case PYTHON -> Context.PYTHON;
            case SYNC -> Context.SYNC;
        };
    }

    private static Context context(Overlay overlay) {
        if (overlay instanceof Overlay.CommandLine) {
            return Context.COMMANDING;
        }
        if (overlay instanceof Overlay.Packages packages) {
            return packages.filter().isBeingTyped() ? Context.FINDING : Context.PACKAGES;
        }
        if (overlay instanceof Overlay.MachineView || overlay instanceof Overlay.FreeGpus) {
            return Context.MACHINE;
        }
        if (overlay instanceof Overlay.Comparing) {
            return Context.COMPARING;
        }
        if (overlay instanceof Overlay.ForIde) {
            return Context.FOR_IDE;
        }
        if (overlay instanceof Overlay.Plan) {
            return Context.PLAN;
        }
        if (overlay instanceof Overlay.SyncFailed) {
            return Context.SYNC_FAILED;
        }
        if (overlay instanceof Overlay.Backups) {
            return Context.BACKUPS;
        }
        if (overlay instanceof Overlay.Confirmation) {
            return Context.CONFIRMING;
        }
        if (overlay instanceof Overlay.SyncDone
                || overlay instanceof Overlay.Differences
                || overlay instanceof Overlay.BackupText) {
            return Context.SYNC_PAGE;
        }
        return overlay instanceof Overlay.Help ? Context.HELP : Context.LOG;
    }

    /** What is being typed after a colon; empty where something else is in front. */
    public Optional<Overlay.CommandLine> commandLine() {
        return context() == Context.COMMANDING
                ? screen.overlay().map(Overlay.CommandLine.class::cast)
                : Optional.empty();
    }

    /** Present exactly while a question with something to type is in front. */
    public Optional<AnswerEntry> answerEntry() {
        if (context() != Context.ANSWERING) {
            return Optional.empty();
        }
        Asked asked = questions.get(0);
        Question.Fields ask = (Question.Fields) asked.question().ask();
        if (ask.fields().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AnswerEntry(
                asked.question().id(),
                asked.field(),
                ask.fields().stream().map(Question.Field::echo).toList()));
    }

    /** The id of the question in front; empty where none is, or where something else covers it. */
    public OptionalLong questionInFront() {
        return context() == Context.ANSWERING || context() == Context.HOST_KEY
                ? OptionalLong.of(questions.get(0).question().id())
                : OptionalLong.empty();
    }

    /** The hosts that the filter lets through, in the order of the files. */
    public List<HostSummary> visibleHosts() {
        return facts.configuration().hosts().stream()
                .filter(screen.filter()::matches)
                .toList();
    }

    /** The host that the panes speak of. */
    public Optional<HostSummary> shown() {
        return screen.selected().flatMap(facts.configuration()::host);
    }

    public Link link(HostAlias host) {
        return facts.link(host);
    }

    /** The tunnels of the shown host, in order. */
    public List<TunnelId> shownTunnels() {
        return shown().map(facts::tunnelsOf).orElse(List.of());
    }

    /** The tunnel that keys act on; the first of its host until the mark is moved. */
    public Optional<TunnelStatus> marked() {
        List<TunnelId> all = shownTunnels();
        return screen.selected()
                .map(screen.marks()::get)
                .filter(all::contains)
                .or(() -> all.stream().findFirst())
                .map(facts::tunnel);
    }

    /** What is known of the pythons of the shown host. */
    public Optional<Survey> shownSurvey() {
        return shown().flatMap(host -> facts.pythons().survey(host.alias()));
    }

    /** The environments of the shown host, in order. */
    public List<Environment> shownEnvironments() {
        return shownSurvey().map(Survey::environments).orElse(List.of());
    }

    /** The environment that keys act on; the first of its host until the mark is moved. */
    public Optional<Environment> markedEnvironment() {
        List<Environment> all = shownEnvironments();
        return screen.selected()
                .map(screen.environments()::get)
                .flatMap(key -> all.stream()
                        .filter(environment -> environment.key().equals(key))
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    /** What is being done about the repository on a host, or was asked for and has not begun. */
    public Optional<String> syncStep(HostAlias host) {
        return facts.syncs()
                .step(host)
                .or(() -> screen.awaited()
                        .filter(awaited ->
                                awaited.host().equals(host) && !facts.syncs().answers(awaited))
                        .map(awaited -> awaited.kind().words()));
    }

    /** The backup that keys act on; the newest until the mark is moved. */
    public Optional<Backup> markedBackup() {
        if (!(screen.overlay().orElse(null) instanceof Overlay.Backups shown)) {
            return Optional.empty();
        }
        List<Backup> all = facts.syncs()
                .backups(shown.host())
                .map(SyncNews.BackupsListed::backups)
                .orElse(List.of());
        return all.stream()
                .filter(backup -> shown.marked().equals(Optional.of(backup.id())))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** What was asked of the host itself and is not answered yet. */
    public Optional<Pending.Wish> wish(HostAlias host) {
        return screen.pending().stream()
                .filter(pending ->
                        pending.host().equals(host) && pending.tunnel().isEmpty())
                .map(Pending::wish)
                .findFirst();
    }

    /** What was asked of a tunnel and is not answered yet. */
    public Optional<Pending.Wish> wish(TunnelId tunnel) {
        return screen.pending().stream()
                .filter(pending -> pending.tunnel().equals(Optional.of(tunnel)))
                .map(Pending::wish)
                .findFirst();
    }

    public AppState at(Instant newNow) {
        return new AppState(client, newNow, facts, screen, questions, closing);
    }

    public AppState resized(int columns, int rows) {
        return new AppState(client.resized(columns, rows), now, facts, screen, questions, closing);
    }

    public AppState with(Facts newFacts) {
        return new AppState(client, now, newFacts, screen, questions, closing);
    }

    public AppState with(Screen newScreen) {
        return new AppState(client, now, facts, newScreen, questions, closing);
    }

    public AppState asking(List<Asked> newQuestions) {
        return new AppState(client, now, facts, screen, newQuestions, closing);
    }

    public AppState closingWith(int exitCode) {
        return new AppState(client, now, facts, screen, questions, Optional.of(exitCode));
    }
}
