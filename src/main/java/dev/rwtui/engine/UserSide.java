package dev.rwtui.engine;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.Steps;
import dev.rwtui.gitsync.ThisSide;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Place;
import dev.rwtui.repo.Courier;
import dev.rwtui.repo.LocalRepository;
import dev.rwtui.repo.RepositoryException;
import dev.rwtui.repo.model.Head;
import dev.rwtui.ssh.Desk;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The side where the user is, for one git-sync with one host: the person, and the local repository. */
final class UserSide implements ThisSide {

    /** What git and ssh ask that is no secret; gitcredentials(7), and ssh's question about a host key. */
    private static final Pattern SHOWN =
            Pattern.compile("^(?:user ?name|login)\\b|\\(yes/no[^)]*\\)\\?$|\\blogin:$", Pattern.CASE_INSENSITIVE);

    private final Means means;
    private final Errand errand;
    private final List<String> notes = new CopyOnWriteArrayList<>();

    UserSide(Means means, Errand errand) {
        this.means = means;
        this.errand = errand;
    }

    /**
     * What every git-sync has.
     *
     * @param repository that rwtui was started in; blocks
     */
    record Means(Desk desk, Courier courier, Supplier<Optional<LocalRepository>> repository) {}

    /**
     * One git-sync.
     *
     * @param attendance of whoever wants it: nobody else is asked
     * @param place the host, over the session that is there
     * @param cancellation ends questions and what is being brought
     */
    record Errand(HostAlias host, Engine.Attendance attendance, Place place, Steps steps, Cancellation cancellation) {}

    @Override
    public Optional<Secret> answer(String prompt) {
        if (errand.attendance() == Engine.Attendance.UNATTENDED
                || errand.cancellation().isCancelled()) {
            return Optional.empty();
        }
        Answer answer = means.desk().ask(errand.host(), errand.host(), question(prompt), errand.cancellation());
        if (answer instanceof Answer.Typed typed && typed.values().size() == 1) {
            return Optional.of(typed.values().get(0));
        }
        answer.close();
        return Optional.empty();
    }

    /** The last line is what is to be typed, and what comes before it is why. */
    private Question.Fields question(String prompt) {
        String text = prompt.strip();
        int last = text.lastIndexOf('\n') + 1;
        Question.Echo echo = SHOWN.matcher(text.substring(last)).find() ? Question.Echo.SHOWN : Question.Echo.HIDDEN;
        return new Question.Fields(
                "git on " + errand.host().value() + " asks",
                text.substring(0, last).strip(),
                List.of(new Question.Field(text.substring(last), echo)));
    }

    @Override
    public String bring(String root, String reference) throws GitSyncException {
        Optional<LocalRepository> repository = means.repository().get();
        if (repository.isEmpty()) {
            throw failure(SyncFailure.Kind.NOT_THERE, "rwtui was not started in a git repository");
        }
        refuseAnotherBranch(repository.get(), reference);
        Courier.Destination destination = new Courier.Destination(errand.place(), root, reference);
        try {
            Courier.Brought brought =
                    means.courier().bring(repository.get(), destination, new Telling(), errand.cancellation());
            notes.addAll(brought.notes());
            return brought.commit();
        } catch (RepositoryException e) {
            SyncFailure.Kind kind =
                    errand.cancellation().isCancelled() ? SyncFailure.Kind.STOPPED : SyncFailure.Kind.REFUSED;
            throw failure(kind, e.words());
        }
    }

    /** The branch there goes on with that of its name alone. */
    private static void refuseAnotherBranch(LocalRepository repository, String reference) throws GitSyncException {
        try {
            Head head = repository.facts().head();
            if (head instanceof Head.Branch branch && !reference.endsWith("/incoming/" + branch.name())) {
                String wanted = reference.substring(reference.indexOf("/incoming/") + "/incoming/".length());
                throw new GitSyncException(new SyncFailure(
                        SyncFailure.Kind.REFUSED,
                        "the branch " + branch.name() + " is checked out here, and " + wanted + " there",
                        "check out " + wanted + " here, or " + branch.name() + " there"));
            }
        } catch (RepositoryException e) {
            throw failure(SyncFailure.Kind.REFUSED, e.words());
        }
    }

    /** What a person should know of what was brought, one sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private static GitSyncException failure(SyncFailure.Kind kind, String why) {
        return new GitSyncException(new SyncFailure(kind, why, ""));
    }

    /** Tells a step only where a person would see another one. */
    private final class Telling implements Courier.Progress {
        private String told = "";

        @Override
        public void at(String task, int done, int total) {
            String share = total <= 0 ? "" : ", " + 100L * done / total + " %";
            String words = "bringing commits: " + task.toLowerCase(Locale.ROOT) + share;
            if (!words.equals(told)) {
                told = words;
                errand.steps().begun(words);
            }
        }
    }
}
