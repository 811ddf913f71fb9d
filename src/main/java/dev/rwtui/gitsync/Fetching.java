package dev.rwtui.gitsync;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.Timers;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Script;
import dev.rwtui.remote.Scripts;
import java.time.Duration;

/** Fetches on a host, where git may ask for a password. */
final class Fetching {

    private final Scripts scripts;

    Fetching(Scripts scripts, Timers timers) {
        this.scripts = scripts;
    }

    void fetch(Place there, String root, String remote, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        Script script = GitScripts.script(root);
        script = new Script(script.text() + "\nenter\ntry g fetch -q \"$remote\"\n", script.variables())
                .with("remote", remote);
        new GitScripts(scripts).run(there, script, Duration.ofMinutes(1), cancellation);
    }

    void push(Place there, String root, String remote, String branch, ThisSide thisSide, Cancellation cancellation)
            throws GitSyncException {
        Script script = GitScripts.script(root);
        script = new Script(
                        script.text() + "\nenter\ntry g push -q \"$remote\" \"HEAD:refs/heads/$branch\"\n",
                        script.variables())
                .with("remote", remote)
                .with("branch", branch);
        new GitScripts(scripts).run(there, script, Duration.ofMinutes(1), cancellation);
    }
}
