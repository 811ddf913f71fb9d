package dev.rwtui.repo.model;

/** What is checked out. */
public sealed interface Head {

    /** For a person: the branch, or the beginning of the commit. */
    String words();

    /** @param name without {@code refs/heads/}; the branch may have no commit yet */
    record Branch(String name) implements Head {
        @Override
        public String words() {
            return name;
        }
    }

    /** @param commit 40 or 64 hexadecimal digits */
    record Detached(String commit) implements Head {
        @Override
        public String words() {
            return commit.substring(0, 7);
        }
    }
}
