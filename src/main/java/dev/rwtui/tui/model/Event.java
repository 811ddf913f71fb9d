package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.EnvironmentRef;
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

/** Everything that can happen to the dashboard. Past tense, immutable. */
public sealed interface Event {

    <R> R accept(Visitor<R> visitor);

    record KeyPressed(Key key) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.keyPressed(this);
        }
    }

    /** Text pasted in one piece (bracketed paste), unsanitised. */
    record Pasted(String text) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.pasted(this);
        }
    }

    /**
     * What is being typed into a question changed. The characters stay with the key reader.
     *
     * @param field index of the field at work
     * @param length code points typed into it
     * @param shown the text itself where the field is echoed, else empty
     */
    record AnswerTyped(long question, int field, int length, String shown) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.answerTyped(this);
        }
    }

    /** Enter was pressed in the last field; what was typed waits in the vault. */
    record AnswerEntered(long question) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.answerEntered(this);
        }
    }

    record Resized(int columns, int rows) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.resized(this);
        }
    }

    /** Time went on; sent only while something on the screen has an age, see {@link Effect.WakeAt}. */
    record Ticked(Instant now) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ticked(this);
        }
    }

    record ConfigurationRead(
            long revision,
            List<ConfigurationFile> files,
            List<HostSummary> hosts,
            List<String> problems,
            List<String> patterns)
            implements Event {
        public ConfigurationRead {
            files = List.copyOf(files);
            hosts = List.copyOf(hosts);
            problems = List.copyOf(problems);
            patterns = List.copyOf(patterns);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.configurationRead(this);
        }
    }

    record LinkChanged(Instant now, HostAlias host, long revision, Link link) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.linkChanged(this);
        }
    }

    record TunnelChanged(Instant now, long revision, TunnelStatus status) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.tunnelChanged(this);
        }
    }

    /** What a host's session was made with and what the configuration has now; no change where they agree. */
    record SettingsChanged(HostAlias host, long revision, List<String> changes) implements Event {
        public SettingsChanged {
            changes = List.copyOf(changes);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.settingsChanged(this);
        }
    }

    record EnvironmentsFound(Instant now, HostAlias host, long revision, Survey survey) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.environmentsFound(this);
        }
    }

    record EnvironmentsCompared(Instant now, EnvironmentRef here, EnvironmentRef there, Compared compared)
            implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.environmentsCompared(this);
        }
    }

    record MachineAsked(
            Instant now, HostAlias host, long revision, Optional<MachineFacts> facts, Optional<String> failure)
            implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.machineAsked(this);
        }
    }

    record RepositoryRead(long revision, Optional<RepositoryFacts> repository, Optional<String> failure)
            implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.repositoryRead(this);
        }
    }

    record MappingRead(HostAlias host, long revision, Mapping mapping) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.mappingRead(this);
        }
    }

    record PackagesListed(Pythons.Key key, long revision, Pythons.Listing listing) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.packagesListed(this);
        }
    }

    /** The engine said something about the repository on a host. */
    record SyncTold(Instant now, SyncNews news) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.syncTold(this);
        }
    }

    record QuestionAsked(Instant now, Question question) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.questionAsked(this);
        }
    }

    record QuestionWithdrawn(long id, String why) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.questionWithdrawn(this);
        }
    }

    /** A line for the log of what rwtui did. */
    record Logged(LogLine line) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.logged(this);
        }
    }

    /** Something was copied; {@code how} names the way it took, for example {@code tmux buffer}. */
    record Copied(Instant now, String what, String how) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.copied(this);
        }
    }

    /** An effect could not be carried out: {@code what} failed, {@code why}. */
    record EffectFailed(Instant now, String what, String why) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.effectFailed(this);
        }
    }

    /** A shell has ended, or could not be opened; a person reads how. */
    record ShellEnded(Instant now, HostAlias host, Severity severity, String how) implements Event {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.shellEnded(this);
        }
    }

    /** One line of the log. */
    record LogLine(Instant at, Severity severity, Optional<HostAlias> host, String text) {}

    /** How much a line matters. */
    enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    /** A configuration file that was looked for, and what came of it ({@code read}, {@code missing}, {@code unreadable}). */
    record ConfigurationFile(String file, String presence) {}

    /** A missing case is a compile error. */
    interface Visitor<R> {
        R keyPressed(KeyPressed e);

        R pasted(Pasted e);

        R answerTyped(AnswerTyped e);

        R answerEntered(AnswerEntered e);

        R resized(Resized e);

        R ticked(Ticked e);

        R configurationRead(ConfigurationRead e);

        R linkChanged(LinkChanged e);

        R tunnelChanged(TunnelChanged e);

        R settingsChanged(SettingsChanged e);

        R environmentsFound(EnvironmentsFound e);

        R environmentsCompared(EnvironmentsCompared e);

        R machineAsked(MachineAsked e);

        R repositoryRead(RepositoryRead e);

        R mappingRead(MappingRead e);

        R packagesListed(PackagesListed e);

        R syncTold(SyncTold e);

        R questionAsked(QuestionAsked e);

        R questionWithdrawn(QuestionWithdrawn e);

        R logged(Logged e);

        R copied(Copied e);

        R effectFailed(EffectFailed e);

        R shellEnded(ShellEnded e);
    }
}
