package dev.rwtui.gitsync;

/** Hears how far something is. */
@FunctionalInterface
public interface Steps {

    /** @param words what is being done now: {@code fetching origin} */
    void begun(String words);
}
