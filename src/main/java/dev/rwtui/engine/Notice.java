package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.gitsync.model.Backup;
import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.gitsync.model.SyncOutcome;
import dev.rwtui.gitsync.model.SyncPlan;
import dev.rwtui.gitsync.model.SyncStatus;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.PackageSet;
import dev.rwtui.python.model.Survey;
import dev.rwtui.repo.model.Mapping;
import dev.rwtui.repo.model.RepositoryFacts;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the engine tells its front ends. Past tense, values alone: each survives a trip through JSON. */
public sealed interface Notice {

    /**
     * The configuration was read.
     *
     * @param files those that were looked for, in order, existing or not
     * @param hosts in the order of the files
     * @param problems {@code file:line: what is wrong}, for a banner
     * @param patterns of {@code Host} lines with wildcards, in the order of the files
     */
    record ConfigurationRead(
            long revision, List<LookedFor> files, List<HostSummary> hosts, List<String> problems, List<String> patterns)
            implements Notice {
        public ConfigurationRead {
            files = List.copyOf(files);
            hosts = List.copyOf(hosts);
            problems = List.copyOf(problems);
            patterns = List.copyOf(patterns);
        }
    }

    /** A link took another state. Keep the one with the highest revision. */
    record LinkChanged(HostAlias host, long revision, Link link) implements Notice {}

    /** A tunnel changed. Keep the one with the highest revision. */
    record TunnelChanged(long revision, TunnelStatus status) implements Notice {}

    /**
     * A host's session was made with other settings than the configuration has now. Keep the one with the highest
     * revision.
     *
     * @param changes one sentence each; empty once session and configuration agree again
     */
    record SettingsChanged(HostAlias host, long revision, List<String> changes) implements Notice {
        public SettingsChanged {
            changes = List.copyOf(changes);
        }
    }

    /** More, or all, is known of the pythons of a host. Keep the one with the highest revision. */
    record EnvironmentsFound(HostAlias host, long revision, Survey survey) implements Notice {}

    /**
     * What is installed in an environment. Keep the one with the highest revision.
     *
     * @param environment its {@link dev.rwtui.python.model.Environment#key}
     */
    record PackagesListed(HostAlias host, String environment, long revision, Listing listing) implements Notice {}

    /** What came of {@link Request.Compare}, which it repeats. */
    record EnvironmentsCompared(EnvironmentRef here, EnvironmentRef there, long revision, Compared compared)
            implements Notice {}

    /**
     * What is known of the repository that the front end was started in. Keep the one with the highest revision.
     *
     * @param repository its URLs hold no password; empty where there is none
     * @param failure why one that is there cannot be used
     */
    record RepositoryRead(long revision, Optional<RepositoryFacts> repository, Optional<String> failure)
            implements Notice {}

    /** Where the repository is on a host. Keep the one with the highest revision. */
    record MappingRead(HostAlias host, long revision, Mapping mapping) implements Notice {}

    /** Something that was asked for could not be done. */
    record RequestFailed(String what, String why) implements Notice {}

    /**
     * A machine was asked what it has and how busy it is. Keep the one with the highest revision.
     *
     * @param facts the last that it told, with when; empty where it never has
     * @param failure why it did not tell this time
     */
    record MachineAsked(HostAlias host, long revision, Optional<MachineFacts> facts, Optional<String> failure)
            implements Notice {}

    /**
     * How the repository stands on a host. Keep the one with the highest revision.
     *
     * @param status the last that could be read; empty where it never could
     * @param failure why it could not be read this time
     */
    record SyncRead(HostAlias host, long revision, Optional<SyncStatus> status, Optional<SyncFailure> failure)
            implements Notice {}

    /**
     * What is being done about the repository on a host. Keep the one with the highest revision.
     *
     * @param step {@code fetching origin}; empty once nothing is
     */
    record SyncStep(HostAlias host, long revision, Optional<String> step) implements Notice {}

    /**
     * What came of {@link Request.PlanSync} or {@link Request.PlanUndo}. Keep the one with the highest revision.
     *
     * @param plan empty exactly where there is a failure
     */
    record SyncPlanned(HostAlias host, long revision, Optional<SyncPlan> plan, Optional<SyncFailure> failure)
            implements Notice {}

    /**
     * What came of {@link Request.CarryOut}.
     *
     * @param outcome empty exactly where there is a failure
     */
    record SyncEnded(HostAlias host, long revision, Optional<SyncOutcome> outcome, Optional<SyncFailure> failure)
            implements Notice {}

    /** What git-syncs have kept on a host, newest first. Keep the one with the highest revision. */
    record BackupsListed(HostAlias host, long revision, List<Backup> backups, Optional<SyncFailure> failure)
            implements Notice {
        public BackupsListed {
            backups = List.copyOf(backups);
        }
    }

    /** @param text what a backup holds, in git's words; empty where there is a failure */
    record BackupShown(HostAlias host, String backup, long revision, String text, Optional<SyncFailure> failure)
            implements Notice {}

    record QuestionAsked(Question question) implements Notice {}

    /** The question is void: answered elsewhere, or the connection that asked is gone. */
    record QuestionWithdrawn(long id, String why) implements Notice {}

    /** One line for the log of what rwtui did. */
    record Logged(Instant at, Level level, Optional<HostAlias> host, String text) implements Notice {}

    /**
     * What is installed, or why nobody can tell.
     *
     * @param failure empty exactly where the packages are there
     */
    record Listing(Optional<PackageSet> packages, Optional<String> failure) {

        static Listing of(PackageSet packages) {
            return new Listing(Optional.of(packages), Optional.empty());
        }

        static Listing failed(String why) {
            return new Listing(Optional.empty(), Optional.of(why));
        }
    }

    /** A file of the configuration and whether it was there. */
    record LookedFor(String file, Presence presence) {}

    /** Whether a file was there. */
    enum Presence {
        READ,
        MISSING,
        UNREADABLE
    }

    /** How much a line of the log matters. */
    enum Level {
        INFO,
        WARNING,
        ERROR
    }
}
