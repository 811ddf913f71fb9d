package dev.rwtui.repo;

import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.settings.ConfigEntry;
import dev.rwtui.settings.ConfigException;
import dev.rwtui.settings.ConfigFile;
import dev.rwtui.settings.GitConfig;
import dev.rwtui.settings.GitLibrary;
import dev.rwtui.settings.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The repository that rwtui was started in. Runs nothing, and writes nothing but {@link Mappings}. Safe for use by several
 * threads; every call blocks on the disk and reads anew.
 */
public final class LocalRepository {

    /** What HEAD holds where branches are in a reftable; git's reftable documentation. */
    private static final String IN_A_TABLE = "refs/heads/.invalid";

    private final Discovery.Found found;
    private final Surroundings surroundings;

    private LocalRepository(Discovery.Found found, Surroundings surroundings) {
        this.found = found;
        this.surroundings = surroundings;
    }

    /**
     * The repository that git would use there: by {@code GIT_DIR} and {@code GIT_WORK_TREE}, or in the directory or one
     * above it. Empty where there is none.
     *
     * @param start absolute
     * @throws RepositoryException where something leads to one that cannot be used
     */
    public static Optional<LocalRepository> find(Path start, Surroundings surroundings) throws RepositoryException {
        try {
            return new Discovery(start, surroundings).find().map(found -> new LocalRepository(found, surroundings));
        } catch (ConfigException e) {
            throw new RepositoryException(e);
        }
    }

    public RepositoryFacts facts() throws RepositoryException {
        try {
            Head head = head();
            return new RepositoryFacts(
                    found.root().map(Path::toString),
                    found.directory().path().toString(),
                    found.directory().common().toString(),
                    new Submodules(found, surroundings).parent().map(Path::toString),
                    head,
                    Remotes.of(configuration(head)));
        } catch (ConfigException e) {
            throw new RepositoryException(e);
        }
    }

    /** Where this repository is on hosts. */
    public Mappings mappings() {
        return new Mappings(
                new ConfigFile(found.directory().config()),
                new GitConfig.Scope(
                        surroundings.home(), Optional.of(found.directory().path()), Optional.empty()));
    }

    private GitConfig configuration(Head head) throws ConfigException {
        Optional<String> branch = head instanceof Head.Branch on ? Optional.of(on.name()) : Optional.empty();
        List<ConfigEntry> common =
                new ConfigFile(found.directory().config()).read().entries();
        List<Path> files = new ArrayList<>(List.of(found.directory().config()));
        if (Discovery.hasOwnConfig(common)) {
            files.add(found.directory().ownConfig());
        }
        Path directory = found.directory().path();
        return GitConfig.of(
                surroundings, new GitConfig.Scope(surroundings.home(), Optional.of(directory), branch), files);
    }

    private Head head() throws RepositoryException {
        String text = found.directory().head().strip();
        if (!text.startsWith("ref:")) {
            return new Head.Detached(text);
        }
        String name = text.substring("ref:".length()).strip();
        return name.equals(IN_A_TABLE) ? headOfTable() : branch(name);
    }

    private static Head branch(String reference) {
        return new Head.Branch(
                reference.startsWith(Constants.R_HEADS) ? reference.substring(Constants.R_HEADS.length()) : reference);
    }

    /**
     * The commit that a branch is at.
     *
     * @param branch in full: {@code refs/heads/main}
     * @param shallow whether older commits are not there
     */
    record Tip(String branch, ObjectId id, boolean shallow) {
        String commit() {
            return id.getName();
        }
    }

    /**
     * What the branch that is checked out is at.
     *
     * @throws RepositoryException where none is, or it has no commit yet
     */
    Tip tip() throws RepositoryException {
        Head head = head();
        if (!(head instanceof Head.Branch branch)) {
            throw new RepositoryException("no branch is checked out here: HEAD is at " + head.words());
        }
        String name = Constants.R_HEADS + branch.name();
        try (Repository repository = open()) {
            Ref ref = repository.exactRef(name);
            if (ref == null || ref.getObjectId() == null) {
                throw new RepositoryException("the branch " + branch.name() + " here has no commit yet");
            }
            boolean shallow =
                    !repository.getObjectDatabase().getShallowCommits().isEmpty();
            return new Tip(name, ref.getObjectId(), shallow);
        } catch (IOException e) {
            throw new RepositoryException("cannot read the branch " + branch.name() + " here: " + e.getMessage(), e);
        }
    }

    /** Branches and objects, which all its work trees share. Whoever gets it closes it. */
    Repository open() throws IOException {
        GitLibrary.prepare(surroundings);
        return new FileRepositoryBuilder()
                .setGitDir(found.directory().common().toFile())
                .setMustExist(true)
                .build();
    }

    private Head headOfTable() throws RepositoryException {
        GitLibrary.prepare(surroundings);
        Path directory = found.directory().path();
        try (Repository repository =
                new FileRepositoryBuilder().setGitDir(directory.toFile()).build()) {
            Ref head = repository.exactRef(Constants.HEAD);
            if (head == null) {
                throw new RepositoryException(directory + " has no HEAD");
            }
            return head.isSymbolic()
                    ? branch(head.getTarget().getName())
                    : new Head.Detached(head.getObjectId().getName());
        } catch (IOException e) {
            throw new RepositoryException("cannot read the branches of " + directory + ": " + e.getMessage(), e);
        }
    }
}
