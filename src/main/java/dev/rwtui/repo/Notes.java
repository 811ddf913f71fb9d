package dev.rwtui.repo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;

/** What does not come along with commits. */
final class Notes {

    private Notes() {}

    static List<String> of(Repository repository, LocalRepository.Tip tip) throws IOException {
        return usesLfs(repository, tip)
                ? List.of("files in Git LFS do not come along: only their pointers do")
                : List.of();
    }

    private static boolean usesLfs(Repository repository, LocalRepository.Tip tip) throws IOException {
        try (RevWalk commits = new RevWalk(repository);
                TreeWalk files = new TreeWalk(repository)) {
            files.addTree(commits.parseCommit(tip.id()).getTree());
            files.setRecursive(true);
            files.setFilter(PathSuffixFilter.create(".gitattributes"));
            while (files.next()) {
                byte[] text = files.getObjectReader().open(files.getObjectId(0)).getBytes(1 << 20);
                if (new String(text, StandardCharsets.ISO_8859_1).contains("filter=lfs")) {
                    return true;
                }
            }
            return false;
        } catch (LargeObjectException e) {
            // Nobody's attributes.
            return false;
        }
    }
}
