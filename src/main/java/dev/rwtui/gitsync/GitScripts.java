package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Frame;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.PlaceException;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs the scripts of this package, each of them {@code git.sh} and those that are named after it. */
final class GitScripts {

    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private final Scripts scripts;

    GitScripts(Scripts scripts) {
        this.scripts = scripts;
    }

    /** @param names of resources, without their ending, in order */
    static Script script(String path, String... names) {
        String text = Arrays.stream(names)
                .map(name -> TEXTS.computeIfAbsent(
                        name,
                        key -> Script.beside(GitScripts.class, key + ".sh").text()))
                .collect(Collectors.joining("\n"));
        return new Script(
                TEXTS.computeIfAbsent(
                                "git",
                                key -> Script.beside(GitScripts.class, "git.sh").text())
                        + text
                        + "\nclean_up\n",
                Map.of("repository", path));
    }

    /** @throws GitSyncException also where the script says that it cannot go on */
    Told run(Place place, Script script, Duration limit, Cancellation cancellation) throws GitSyncException {
        return run(place, script, limit, cancellation, frame -> {});
    }

    /** @param also hears each frame as it comes, on this thread */
    Told run(Place place, Script script, Duration limit, Cancellation cancellation, Consumer<Frame> also)
            throws GitSyncException {
        Told told = new Told();
        try {
            Scripts.End end = scripts.run(place, script, limit, cancellation, frame -> {
                told.hear(frame);
                also.accept(frame);
            });
            if (end == Scripts.End.STOPPED) {
                throw new GitSyncException(
                        SyncFailure.Kind.STOPPED,
                        cancellation.isCancelled()
                                ? "cancelled"
                                : "git there did not end within " + limit.toSeconds() + " s",
                        "");
            }
        } catch (PlaceException e) {
            throw new GitSyncException(SyncFailure.Kind.UNREACHABLE, e.words(), "");
        }
        if (told.first("failed").isPresent()) {
            throw new GitSyncException(Refusal.of(told.first("failed").get()));
        }
        return told;
    }
}
