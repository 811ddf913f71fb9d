package dev.rwtui.repo.model;

/**
 * A remote of a repository.
 *
 * @param url where git would fetch from, {@code insteadOf} applied; it may hold a password or a token, see {@link #shown}
 */
public record Remote(String name, String url) {

    /** The URL for the screen, a log or a file: without user and password. */
    public String shown() {
        return Origin.shown(url);
    }

    public Origin origin() {
        return Origin.of(url);
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Remote[name=" + name + ", url=" + shown() + "]";
    }
}
