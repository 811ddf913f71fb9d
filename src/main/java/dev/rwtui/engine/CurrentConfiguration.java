package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.Route;
import dev.rwtui.ssh.RoutePlanner;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.Watched;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.HostSummary;
import dev.rwtui.ssh.model.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The configuration as it was read last; it is read again whenever it has changed. On the engine's thread, but for
 * {@link #plan}.
 */
final class CurrentConfiguration implements RoutePlanner {

    private final EngineTools tools;
    private final Announcements announcements;
    private final Consumer<ConfigurationReader.Reading> applied;
    private final TypedNames typed = new TypedNames();
    private final Map<HostAlias, Waiting> waiting = new LinkedHashMap<>();
    // Written on the engine's thread, read by those that plan.
    private volatile ConfigurationReader.Reading reading = new ConfigurationReader.Reading(
            List.of(), List.of(), List.of(), List.of(), Watched.NOTHING, CurrentConfiguration::notRead);
    private Optional<Notice.ConfigurationRead> told = Optional.empty();
    private long begun;
    private long newest;
    private long requested;
    private boolean closed;

    /** Why it is read. */
    enum Occasion {
        /** A person asked for it, and wants to see that it was done. */
        REQUEST,
        CHANGE,
        /** The engine's own need. */
        NEED
    }

    /** Somebody who waits until a name is listed, at the latest by the reading of this number. */
    private record Waiting(long reading, Runnable then) {}

    /** @param applied told of each reading before front ends are */
    CurrentConfiguration(
            EngineTools tools, Announcements announcements, Consumer<ConfigurationReader.Reading> applied) {
        this.tools = tools;
        this.announcements = announcements;
        this.applied = applied;
    }

    private static Route notRead(HostAlias host) throws SshException {
        throw SshException.of(
                Failure.Kind.CONFIGURATION, host, "the configuration has not been read yet", "Try again.");
    }

    /** By the newest reading. From any thread. */
    @Override
    public Route plan(HostAlias host) throws SshException {
        return reading.routes().plan(host);
    }

    /** What was told of it last. */
    Optional<Notice.ConfigurationRead> told() {
        return told;
    }

    /** The alias of the row that goes by this name; the name itself where there is none. */
    HostAlias aliasOf(HostAlias name) {
        return row(name).map(HostSummary::alias).orElse(name);
    }

    /** All names of the row that goes by this one, its alias first. From any thread. */
    List<HostAlias> namesOf(HostAlias name) {
        List<HostAlias> names = new ArrayList<>();
        row(name)
                .ifPresentOrElse(
                        row -> {
                            names.add(row.alias());
                            names.addAll(row.alternatives());
                        },
                        () -> names.add(name));
        return names;
    }

    boolean lists(HostAlias alias) {
        return reading.hosts().stream().anyMatch(row -> row.alias().equals(alias));
    }

    List<LocalForward> forwardsOf(HostAlias alias) {
        return reading.hosts().stream()
                .filter(row -> row.alias().equals(alias))
                .findFirst()
                .map(HostSummary::forwards)
                .orElse(List.of());
    }

    private Optional<HostSummary> row(HostAlias name) {
        return reading.hosts().stream()
                .filter(row -> row.alias().equals(name))
                .findFirst()
                .or(() -> reading.hosts().stream()
                        .filter(row -> row.alternatives().contains(name))
                        .findFirst());
    }

    /**
     * A person has typed a name that is not listed: it is from now on.
     *
     * @param then runs once it is; whatever was to run for this name before is forgotten
     */
    void list(HostAlias name, Runnable then) {
        typed.add(name);
        read(Occasion.NEED);
        waiting.put(name, new Waiting(begun, then));
    }

    /** Nobody waits for this name any more. */
    void cancel(HostAlias name) {
        waiting.remove(name);
    }

    void wasUp(HostAlias name) {
        typed.wasUp(name);
    }

    /**
     * A person has disconnected this host. A typed name that never led anywhere is listed no more.
     *
     * @param before its link until then
     */
    void disconnected(HostAlias name, Link before) {
        cancel(name);
        if (typed.disconnected(name, before)) {
            read(Occasion.NEED);
        }
    }

    void read(Occasion occasion) {
        long number = ++begun;
        if (occasion == Occasion.REQUEST) {
            requested = number;
        }
        List<HostAlias> names = typed.all();
        tools.blocking().execute(() -> {
            ConfigurationReader.Reading fresh = tools.configuration().read(names);
            tools.engine().execute(() -> finished(number, occasion, fresh));
        });
    }

    /** Reads nothing more. */
    void close() {
        closed = true;
        waiting.clear();
        tools.watch().watch(Watched.NOTHING, () -> {});
    }

    private void finished(long number, Occasion occasion, ConfigurationReader.Reading fresh) {
        // One that was begun earlier may end later, and knows less.
        if (closed || number < newest) {
            return;
        }
        boolean owed = requested > newest && requested <= number;
        newest = number;
        reading = fresh;
        tools.watch().watch(fresh.watched(), () -> tools.engine().execute(this::changed));
        applied.accept(fresh);
        Notice.ConfigurationRead notice = notice(fresh, announcements.nextRevision());
        boolean news = told.isEmpty() || !notice(fresh, told.get().revision()).equals(told.get());
        if (news || owed) {
            told = Optional.of(notice);
            announcements.publish(notice);
        }
        if (news && occasion == Occasion.CHANGE) {
            announcements.log(Notice.Level.INFO, Optional.empty(), "the configuration has changed and was read again");
        }
        goOn();
    }

    private void changed() {
        if (!closed) {
            read(Occasion.CHANGE);
        }
    }

    private static Notice.ConfigurationRead notice(ConfigurationReader.Reading fresh, long revision) {
        return new Notice.ConfigurationRead(revision, fresh.files(), fresh.hosts(), fresh.problems(), fresh.patterns());
    }

    private void goOn() {
        List<Runnable> due = new ArrayList<>();
        waiting.entrySet().removeIf(entry -> {
            boolean ready =
                    entry.getValue().reading() <= newest || row(entry.getKey()).isPresent();
            if (ready) {
                due.add(entry.getValue().then());
            }
            return ready;
        });
        due.forEach(Runnable::run);
    }
}
