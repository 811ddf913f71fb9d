package dev.rwtui.gitsync.model;

import java.util.Optional;

/**
 * What a branch follows.
 *
 * @param remote its name; {@code .} where it follows a branch of the same repository
 * @param url where that is fetched from, without user and password
 * @param branch without {@code refs/heads/}
 * @param commit as of the last fetch; empty where none has brought it: the branch is gone there, or never was
 * @param ahead commits here and not there, as of the last fetch
 */
public record Upstream(String remote, String url, String branch, Optional<String> commit, int ahead, int behind) {

    /** {@code origin/main}. */
    public String words() {
        return remote.equals(".") ? branch : remote + "/" + branch;
    }
}
