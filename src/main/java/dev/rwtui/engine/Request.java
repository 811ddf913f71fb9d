package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.gitsync.model.SyncWish;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.util.List;
import java.util.Optional;

/** What a front end asks of the engine. Values alone: each survives a trip through JSON. */
public sealed interface Request {

    /** Connect, and open the forwards named. Also retries at once a host that waits or has failed. */
    record Connect(HostAlias host, Forwards forwards) implements Request {}

    /** Make the host's session again with the configuration as it is now; listeners stay, connections through it end. */
    record Reconnect(HostAlias host) implements Request {}

    /** End the host's session and close its tunnels; for a gateway, end it with everything behind it. */
    record Disconnect(HostAlias host) implements Request {}

    /** Give up an attempt that is under way, or the wait for the next one, at once; the host's tunnels are closed. */
    record CancelConnecting(HostAlias host) implements Request {}

    /** Open one tunnel; connects its host where need be. */
    record OpenTunnel(TunnelId tunnel) implements Request {}

    /** Close one tunnel with its connections. */
    record CloseTunnel(TunnelId tunnel) implements Request {}

    /** Turn probing of the far end on or off. */
    record SetChecking(TunnelId tunnel, TunnelStatus.Checking checking) implements Request {}

    /**
     * Which host somebody looks at: only its tunnels are probed, its machine is asked
     * now and then, and its pythons are looked for once it is up.
     */
    record Look(Optional<HostAlias> host) implements Request {}

    /** Look for python environments there, anew; connects the host where need be. */
    record SurveyPython(HostAlias host) implements Request {}

    /**
     * List what is installed in one environment of a host; connects it where need be.
     *
     * @param environment its {@link dev.rwtui.python.model.Environment#key}
     */
    record ListPackages(HostAlias host, String environment) implements Request {}

    /** Say how two environments differ; connects their hosts where need be. */
    record Compare(EnvironmentRef here, EnvironmentRef there) implements Request {}

    /**
     * The repository of the front end is the one around this directory.
     *
     * @param directory absolute
     */
    record OpenRepository(String directory) implements Request {}

    /**
     * Remember where the repository is on a host.
     *
     * @param path absolute, or one that begins with {@code ~}
     */
    record MapRepository(HostAlias host, String path) implements Request {}

    /**
     * Remember which python runs the repository on a host.
     *
     * @param interpreter absolute
     */
    record ChooseInterpreter(HostAlias host, String interpreter) implements Request {}

    /** Say how busy a machine is, now; connects it where need be. */
    record AskMachine(HostAlias host) implements Request {}

    /** The same of every host that is connected. */
    record AskMachines() implements Request {}

    /** Whose facts somebody looks at closely: they are kept fresh. */
    record WatchMachine(Optional<HostAlias> host) implements Request {}

    /** Say how the repository stands on a host, anew; connects it where need be. */
    record ReadSync(HostAlias host) implements Request {}

    /** Fetch on a host and say what a git-sync would do; connects it where need be. */
    record PlanSync(HostAlias host, SyncWish wish) implements Request {}

    /**
     * Say what undoing would do.
     *
     * @param backup to come back to; empty for the last
     */
    record PlanUndo(HostAlias host, Optional<String> backup) implements Request {}

    /**
     * Carry out the plan that was told last for that host.
     *
     * @param plan its id: another is refused
     */
    record CarryOut(HostAlias host, String plan) implements Request {}

    /** Give up what is under way about the repository on a host, while that can be. */
    record CancelSync(HostAlias host) implements Request {}

    /** List what git-syncs have kept on a host. */
    record ListBackups(HostAlias host) implements Request {}

    /** Say what a backup holds. */
    record ShowBackup(HostAlias host, String backup) implements Request {}

    /** Drop backups for ever. */
    record DropBackups(HostAlias host, List<String> backups) implements Request {
        public DropBackups {
            backups = List.copyOf(backups);
        }
    }

    /**
     * Make a clone of the repository on a host, and remember where.
     *
     * @param path absolute, or one that begins with {@code ~}; nothing is there, or an empty directory
     */
    record MakeClone(HostAlias host, String path) implements Request {}

    /** Read the configuration again. */
    record ReloadConfiguration() implements Request {}

    /** Which forwards {@link Connect} opens. */
    enum Forwards {
        ALL,
        NONE
    }
}
