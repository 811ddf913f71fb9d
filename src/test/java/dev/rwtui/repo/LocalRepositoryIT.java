package dev.rwtui.repo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rwtui.base.HostAlias;
import dev.rwtui.repo.model.Head;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.Remote;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.settings.Surroundings;
import dev.rwtui.testing.Git;
import dev.rwtui.testing.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of a repository is what the installed git says of it. */
final class LocalRepositoryIT {

    private static final HostAlias GPU = new HostAlias("gpu");

    @TempDir
    Path directory;

    private Path home;
    private Path vision;
    private Git git;
    private final Map<String, String> environment = new HashMap<>(Map.of("GIT_CONFIG_NOSYSTEM", "1"));

    @BeforeEach
    void aRepository() throws IOException, InterruptedException {
        home = Files.createDirectory(directory.toRealPath().resolve("home"));
        vision = home.resolve("code/vision");
        git = Git.with(home);
        git.says(home, "init", "-q", "-b", "main", vision.toString());
        git.says(vision, "commit", "-q", "--allow-empty", "-m", "first");
    }

    @Test
    void aPlainRepositoryIsFoundFromBelow() throws Exception {
        Path below = Files.createDirectories(vision.resolve("src/deep"));
        Untouched before = Untouched.from(home);

        RepositoryFacts facts = facts(below);

        assertThat(facts.root()).contains(vision.toString());
        assertThat(facts.head()).isEqualTo(new Head.Branch("main"));
        assertThat(facts.parent()).isEmpty();
        assertThat(facts.remotes()).isEmpty();
        assertThat(before.now()).isEqualTo(before.before());
    }

    @Test
    void aLinkToItIsFollowed() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("link"), vision);

        assertThat(facts(link).root()).contains(vision.toString());
    }

    @Test
    void outsideThereIsNone() throws Exception {
        assertThat(find(home)).isEmpty();
    }

    @Test
    void aDirectoryThatOnlyLooksLikeOneIsPassedOver() throws Exception {
        Path sub = Files.createDirectory(vision.resolve("sub"));
        Files.createDirectory(sub.resolve(".git"));

        assertThat(facts(sub).root()).contains(vision.toString());
    }

    @Test
    void aCommitCanBeCheckedOut() throws Exception {
        git.says(vision, "checkout", "-q", "--detach");

        assertThat(facts(vision).head()).isEqualTo(new Head.Detached(git.says(vision, "rev-parse", "HEAD")));
    }

    @Test
    void aBranchWithoutACommitIsOne() throws Exception {
        git.says(home, "init", "-q", "-b", "topic/\u00fc", home.resolve("new").toString());

        assertThat(facts(home.resolve("new")).head()).isEqualTo(new Head.Branch("topic/\u00fc"));
    }

    @Test
    void aRepositoryOfSha256IsRead() throws Exception {
        Path repository = home.resolve("sha256");
        git.says(home, "init", "-q", "-b", "main", "--object-format=sha256", repository.toString());
        git.says(repository, "commit", "-q", "--allow-empty", "-m", "first");
        git.says(repository, "checkout", "-q", "--detach");

        assertThat(facts(repository).head()).isEqualTo(new Head.Detached(git.says(repository, "rev-parse", "HEAD")));
    }

    @Test
    void branchesInAReftableAreRead() throws Exception {
        try (FileRepository repository =
                new FileRepository(vision.resolve(".git").toFile())) {
            repository.convertRefStorage(ConfigConstants.CONFIG_REF_STORAGE_REFTABLE, false, false);
        }
        assertThat(vision.resolve(".git/HEAD")).content().contains(".invalid");

        // The installed git may be too old for it.
        assertThat(find(vision).orElseThrow().facts().head()).isEqualTo(new Head.Branch("main"));
    }

    @Test
    void aLinkedWorkTreeHasItsOwnHeadAndSharesTheRest() throws Exception {
        git.says(vision, "remote", "add", "origin", "git@host:x.git");
        git.says(
                vision,
                "worktree",
                "add",
                "-q",
                "-b",
                "topic",
                home.resolve("topic").toString());
        LocalRepository linked = find(home.resolve("topic")).orElseThrow();

        linked.mappings().remember(GPU, "~/code/vision");

        assertThat(facts(home.resolve("topic")).head()).isEqualTo(new Head.Branch("topic"));
        assertThat(facts(home.resolve("topic")).remotes()).containsExactly(new Remote("origin", "git@host:x.git"));
        assertThat(git.says(vision, "config", "--local", "--get", "rwtui.gpu.path"))
                .isEqualTo("~/code/vision");
    }

    @Test
    void aLinkedWorkTreeOfABareRepositoryHasARoot() throws Exception {
        git.says(home, "clone", "-q", "--bare", vision.toString(), "bare.git");
        git.says(
                home.resolve("bare.git"),
                "worktree",
                "add",
                "-q",
                home.resolve("main").toString(),
                "main");

        assertThat(facts(home.resolve("main")).root())
                .contains(home.resolve("main").toString());
    }

    @Test
    void aBareRepositoryHasNoRoot() throws Exception {
        git.says(home, "clone", "-q", "--bare", vision.toString(), "bare.git");

        RepositoryFacts facts = facts(home.resolve("bare.git/refs/heads"));

        assertThat(facts.root()).isEmpty();
        assertThat(facts.gitDirectory()).isEqualTo(home.resolve("bare.git").toString());
    }

    @Test
    void insideTheGitDirectoryThereIsNoRoot() throws Exception {
        assertThat(facts(vision.resolve(".git/refs")).root()).isEmpty();
    }

    @Test
    void aSubmoduleIsARepositoryWithAParent() throws Exception {
        Path parent = home.resolve("parent");
        git.says(home, "init", "-q", parent.toString());
        git.says(parent, "-c", "protocol.file.allow=always", "submodule", "-q", "add", vision.toString(), "lib/vision");

        RepositoryFacts facts = facts(parent.resolve("lib/vision"));

        assertThat(facts.root()).contains(parent.resolve("lib/vision").toString());
        assertThat(facts.parent()).contains(parent.toString());
        find(parent.resolve("lib/vision")).orElseThrow().mappings().remember(GPU, "~/v");
        assertThat(git.says(parent.resolve("lib/vision"), "config", "--local", "rwtui.gpu.path"))
                .isEqualTo("~/v");
        assertThat(find(parent).orElseThrow().mappings().read(GPU)).isEqualTo(Mapping.NONE);
    }

    @Test
    void aRepositoryInAnotherIsNoSubmodule() throws Exception {
        git.says(vision, "init", "-q", "vendor/x");

        assertThat(facts(vision.resolve("vendor/x")).parent()).isEmpty();
    }

    @Test
    void theEnvironmentComesFirst() throws Exception {
        environment.put("GIT_DIR", "vision/.git");

        assertThat(facts(home.resolve("code")).root())
                .contains(home.resolve("code").toString());
        environment.put("GIT_WORK_TREE", "..");
        assertThat(facts(home.resolve("code")).root()).contains(home.toString());
        environment.put("GIT_DIR", "nowhere");
        assertThatThrownBy(() -> find(home)).hasMessageContaining("GIT_DIR is nowhere");
    }

    @Test
    void aConfiguredWorkTreeIsTheRoot() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        git.says(vision, "config", "core.worktree", "../../../elsewhere");

        assertThat(git.says(vision.resolve(".git"), "rev-parse", "--show-toplevel"))
                .isEqualTo(elsewhere.toString());
        assertThat(LocalRepository.find(vision, surroundings())
                        .orElseThrow()
                        .facts()
                        .root())
                .contains(elsewhere.toString());
    }

    @Test
    void aFileThatLeadsNowhereIsSaid() throws Exception {
        Path lost = Files.createDirectory(home.resolve("lost"));
        Files.writeString(lost.resolve(".git"), "gitdir: /nowhere/x\n");

        assertThatThrownBy(() -> find(lost)).hasMessageContaining("leads to /nowhere/x");
        Files.writeString(lost.resolve(".git"), "what\n");
        assertThatThrownBy(() -> find(lost)).hasMessageContaining("does not begin with");
    }

    @Test
    void remotesAreThoseOfGitWithTheirReplacements() throws Exception {
        Files.writeString(home.resolve(".gitconfig"), """
                [url "https://github.com/"]
                    insteadOf = gh:
                    insteadOf = git@github.com:
                [url "ssh://git@mirror/"]
                    insteadOf = gh:org/
                [includeIf "gitdir:~/code/"]
                    path = work
                """);
        Files.writeString(home.resolve("work"), "[url \"git@work:\"]\n\tinsteadOf = work/\n");
        for (String url : List.of("git@github.com:a/b", "gh:x/y.git", "gh:org/y.git", "work/z", "/srv/git/x.git")) {
            git.says(vision, "remote", "add", "r" + url.length(), url);
        }
        git.says(vision, "remote", "add", "origin", "https://ada:SECRET@host/x");
        git.says(vision, "remote", "set-url", "--add", "origin", "second:url");

        RepositoryFacts facts = facts(vision);

        assertThat(facts.remotes()).hasSize(6);
        assertThat(facts.first()).contains(new Remote("origin", "https://ada:SECRET@host/x"));
        assertThat(facts.toString()).doesNotContain("SECRET");
        for (Remote remote : facts.remotes()) {
            assertThat(remote.url()).isEqualTo(git.says(vision, "remote", "get-url", remote.name()));
        }
    }

    /** With what git says of the same place; git itself is not told the environment of a test. */
    private RepositoryFacts facts(Path start) throws Exception {
        RepositoryFacts facts = find(start).orElseThrow().facts();
        if (!environment.containsKey("GIT_DIR")) {
            assertThat(facts.gitDirectory()).isEqualTo(git.says(start, "rev-parse", "--absolute-git-dir"));
            assertThat(facts.commonDirectory())
                    .isEqualTo(start.resolve(git.says(start, "rev-parse", "--git-common-dir"))
                            .toRealPath()
                            .toString());
            Git.Outcome root = git.run(start, "rev-parse", "--show-toplevel");
            assertThat(facts.root()).isEqualTo(Optional.of(root.out().strip()).filter(path -> !path.isEmpty()));
            assertThat(facts.parent())
                    .isEqualTo(Optional.of(git.run(start, "rev-parse", "--show-superproject-working-tree")
                                    .out()
                                    .strip())
                            .filter(path -> !path.isEmpty()));
        }
        return facts;
    }

    private Optional<LocalRepository> find(Path start) throws RepositoryException {
        return LocalRepository.find(start, surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(environment, home);
    }
}
