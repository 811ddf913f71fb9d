package dev.rwtui.gitsync;

import dev.rwtui.base.Secret;
import java.util.Optional;

/** What a git-sync may need of the side where the user is. Safe for use by several threads; both block. */
public interface ThisSide {

    /**
     * Answers what git on the host asks: a user name, a password, a passphrase. Whoever gets the answer wipes it.
     *
     * @param prompt as git or its ssh has it; not shown before it is sanitised
     * @return empty where nobody answers
     */
    Optional<Secret> answer(String prompt);

    /**
     * Brings the branch that is checked out here into a repository on the host, over the host's own session.
     *
     * @param root of the repository there, absolute
     * @param reference there that will be at it: {@code refs/rwtui/incoming/main}
     * @return the commit
     */
    String bring(String root, String reference) throws GitSyncException;
}
