package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.GitSyncException;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.python.SurveyWish;
import dev.rwtui.repo.LocalRepository;
import dev.rwtui.repo.Mappings;
import dev.rwtui.repo.RepositoryException;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.Origin;
import dev.rwtui.repo.model.Remote;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.settings.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The repository that a front end was started in, and where it is on hosts. It is looked for when somebody needs it first:
 * that takes longer than a first frame may. What reads or writes blocks, and may be called by any thread but the engine's.
 */
final class Repositories {

    private final EngineTools tools;
    private final Announcements announcements;
    private final Function<HostAlias, List<HostAlias>> names;

    /** On the engine's thread. */
    private final Map<HostAlias, Mapping> mappings = new TreeMap<>();

    private Optional<Notice.RepositoryRead> told = Optional.empty();

    private volatile Optional<String> directory = Optional.empty();

    /** @param names of a host: a mapping may be under any of them */
    Repositories(EngineTools tools, Announcements announcements, Function<HostAlias, List<HostAlias>> names) {
        this.names = names;
        this.tools = tools;
        this.announcements = announcements;
    }

    /** From now on it is the one around that directory. */
    void open(String start) {
        directory = Optional.of(start);
    }

    /** What a survey of that host is to look for. Never fails: what is wrong with the repository is told. */
    SurveyWish wish(HostAlias host) {
        Optional<LocalRepository> repository = find();
        if (repository.isEmpty()) {
            return SurveyWish.environments();
        }
        try {
            RepositoryFacts facts = repository.get().facts();
            Mapping mapping = read(repository.get().mappings(), host);
            tell(facts);
            tell(host, mapping);
            List<String> origins = mapping.path().isPresent()
                    ? List.of()
                    : facts.first().map(Remote::url).stream().toList();
            return new SurveyWish(mapping.path(), origins, Origin::same);
        } catch (RepositoryException e) {
            tellFailure(e.words());
        } catch (ConfigException e) {
            tellFailure(e.words());
        }
        return SurveyWish.environments();
    }

    /** Where it is on that host; empty where nobody has said so, or it cannot be read. */
    Optional<String> pathOn(HostAlias host) {
        try {
            Optional<LocalRepository> repository = find();
            return repository.isEmpty()
                    ? Optional.empty()
                    : read(repository.get().mappings(), host).path();
        } catch (ConfigException e) {
            tellFailure(e.words());
            return Optional.empty();
        }
    }

    /** By the first of its names that has one, whoever wrote it; what another name has fills the rest. */
    private Mapping read(Mappings known, HostAlias host) throws ConfigException {
        Mapping all = Mapping.NONE;
        for (HostAlias name : names.apply(host)) {
            Mapping one = known.read(name);
            all = new Mapping(all.path().or(one::path), all.interpreter().or(one::interpreter));
        }
        return all;
    }

    /** @param mapping where it is on a host */
    record Pair(RepositoryFacts facts, Mapping mapping) {

        /** Its path on that host. */
        String there(HostAlias host) throws GitSyncException {
            return mapping.path().orElseThrow(() -> notThere("nobody has said where the repository is on " + host, ""));
        }
    }

    /** Where it is, here and on that host, for a git-sync. */
    Pair pair(HostAlias host) throws GitSyncException {
        try {
            LocalRepository repository = locate().orElseThrow(() ->
                    notThere("rwtui was not started in a git repository", "start it in the one that is to be synced"));
            Pair pair = new Pair(repository.facts(), read(repository.mappings(), host));
            tell(pair.facts());
            tell(host, pair.mapping());
            return pair;
        } catch (RepositoryException e) {
            tellFailure(e.words());
            throw notThere(e.words(), "");
        } catch (ConfigException e) {
            tellFailure(e.words());
            throw notThere(e.words(), "");
        }
    }

    private static GitSyncException notThere(String why, String advice) {
        return new GitSyncException(new SyncFailure(SyncFailure.Kind.NOT_THERE, why, advice));
    }

    /** Writes where it is on that host, or with which python it runs there; what went wrong is told. */
    boolean write(HostAlias host, String what, Change change) {
        Optional<LocalRepository> repository = find();
        if (repository.isEmpty()) {
            failed(host, what, "rwtui was not started in a git repository");
            return false;
        }
        try {
            Mappings known = repository.get().mappings();
            change.make(known);
            written(host, read(known, host));
            return true;
        } catch (ConfigException e) {
            failed(host, what, e.words());
            return false;
        }
    }

    /** A change of what is remembered. */
    interface Change {
        void make(Mappings mappings) throws ConfigException;
    }

    /** For those who come late. */
    List<Notice> standing() {
        List<Notice> all = new ArrayList<>();
        told.ifPresent(all::add);
        mappings.forEach(
                (host, mapping) -> all.add(new Notice.MappingRead(host, announcements.nextRevision(), mapping)));
        return all;
    }

    /** The repository itself; blocks. What is wrong with it is told. */
    Optional<LocalRepository> find() {
        try {
            return locate();
        } catch (RepositoryException e) {
            tellFailure(e.words());
            return Optional.empty();
        }
    }

    private Optional<LocalRepository> locate() throws RepositoryException {
        return directory.isEmpty()
                ? Optional.empty()
                : LocalRepository.find(Path.of(directory.get()), tools.git().get());
    }

    /** URLs without passwords. */
    private void tell(RepositoryFacts facts) {
        List<Remote> remotes = facts.remotes().stream()
                .map(remote -> new Remote(remote.name(), remote.shown()))
                .toList();
        RepositoryFacts shown = new RepositoryFacts(
                facts.root(), facts.gitDirectory(), facts.commonDirectory(), facts.parent(), facts.head(), remotes);
        tools.engine().execute(() -> tell(Optional.of(shown), Optional.empty()));
    }

    private void tellFailure(String why) {
        tools.engine().execute(() -> tell(Optional.empty(), Optional.of(why)));
    }

    private void tell(Optional<RepositoryFacts> facts, Optional<String> failure) {
        boolean known = told.filter(before ->
                        before.repository().equals(facts) && before.failure().equals(failure))
                .isPresent();
        if (!known) {
            Notice.RepositoryRead notice = new Notice.RepositoryRead(announcements.nextRevision(), facts, failure);
            told = Optional.of(notice);
            announcements.publish(notice);
            failure.ifPresent(why -> announcements.log(Notice.Level.WARNING, Optional.empty(), why));
        }
    }

    private void tell(HostAlias host, Mapping mapping) {
        tools.engine().execute(() -> {
            if (!mapping.equals(mappings.put(host, mapping))) {
                announcements.publish(new Notice.MappingRead(host, announcements.nextRevision(), mapping));
            }
        });
    }

    /** Told even where it was so before: somebody waits for an answer. */
    private void written(HostAlias host, Mapping mapping) {
        tools.engine().execute(() -> {
            mappings.put(host, mapping);
            announcements.publish(new Notice.MappingRead(host, announcements.nextRevision(), mapping));
        });
    }

    private void failed(HostAlias host, String what, String why) {
        tools.engine().execute(() -> {
            announcements.log(Notice.Level.ERROR, Optional.of(host), what + " failed: " + why);
            announcements.publish(new Notice.RequestFailed(what, why));
        });
    }
}
