package dev.rwtui.tunnel;

import dev.rwtui.base.Cancellation;
import dev.rwtui.ssh.SshSession;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelState;
import dev.rwtui.tunnel.model.TunnelStatus;
import dev.rwtui.tunnel.model.TunnelStatus.Checking;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One forward and its life: off, binding, listening, failed. On the engine's thread alone. */
final class Tunnel implements FarEnd.Asker {

    static final Duration PROBE_LIMIT = Duration.ofSeconds(10);

    private final TunnelId id;
    private final Door door;
    private final Surroundings surroundings;
    private final Ports ports;
    private final Consumer<Note> notes;
    private final FarEnd farEnd;
    private final Reporter reporter;
    private Clients clients;
    private Checking checking = Checking.ON;
    private Watch watch = Watch.UNSEEN;
    private TunnelState unbound = new TunnelState.Off();
    private @Nullable Listener listener;
    private @Nullable TunnelState notedSilence;
    private Cancellation lease = new Cancellation();

    /** Whether somebody looks at it. */
    enum Watch {
        SEEN,
        UNSEEN
    }

    Tunnel(TunnelId id, Door door, Tunnels.Shared shared) {
        this.id = id;
        this.door = door;
        this.surroundings = shared.surroundings();
        this.ports = shared.ports();
        this.notes = shared.notes();
        this.farEnd = new FarEnd(surroundings, this);
        this.clients = freshClients();
        this.reporter = new Reporter(
                surroundings,
                this::status,
                shared.changes(),
                () -> clients.meter().looked());
    }

    TunnelId id() {
        return id;
    }

    boolean isWanted() {
        return listener != null || unbound instanceof TunnelState.Opening;
    }

    void open() {
        if (isWanted()) {
            return;
        }
        Cancellation current = new Cancellation();
        lease = current;
        unbound = new TunnelState.Opening();
        clients = freshClients();
        reporter.changed();
        surroundings.blocking().execute(() -> bind(current));
    }

    private void bind(Cancellation current) {
        try {
            Listener bound = ports.listen(id, current);
            surroundings.engine().execute(() -> bound(current, bound));
        } catch (PortException e) {
            surroundings.engine().execute(() -> failed(current, e));
        } catch (RuntimeException | Error e) {
            PortException bug = new PortException("unexpected " + e, "This is a bug in rwtui; the log has the rest.");
            surroundings.engine().execute(() -> failed(current, bug));
            throw e;
        }
    }

    private void bound(Cancellation current, Listener bound) {
        if (current.isCancelled()) {
            bound.abandon();
            return;
        }
        listener = bound;
        bound.start(
                surroundings.blocking(),
                socket -> surroundings.engine().execute(() -> accepted(current, socket)),
                fault -> surroundings.engine().execute(() -> troubled(fault)));
        note(Note.Level.INFO, "listening on " + String.join(" and ", bound.shown()));
        door.session().ifPresent(session -> farEnd.begin());
        reporter.changed();
    }

    private void failed(Cancellation current, PortException e) {
        if (!current.isCancelled()) {
            unbound = new TunnelState.Failed(
                    e.why(), e.advice(), surroundings.timers().now());
            note(Note.Level.WARNING, e.why());
            reporter.changed();
        }
    }

    void close() {
        lease.cancel();
        farEnd.end();
        clients.closeAll();
        unbound = new TunnelState.Off();
        if (listener != null) {
            listener.close();
            listener = null;
            note(Note.Level.INFO, "closed");
        }
        reporter.changed();
    }

    void sessionUp() {
        if (listener != null) {
            farEnd.begin();
            clients.sessionUp();
        }
        reporter.changed();
    }

    void sessionAway() {
        farEnd.end();
        clients.sessionAway();
        reporter.changed();
    }

    void check(Checking wanted) {
        checking = wanted;
        reconsider();
    }

    void watch(Watch wanted) {
        if (watch != wanted) {
            watch = wanted;
            reconsider();
        }
    }

    private void reconsider() {
        if (listener != null && door.session().isPresent()) {
            farEnd.reconsider();
        }
        reporter.changed();
    }

    private void accepted(Cancellation current, SocketChannel socket) {
        if (!current.isCancelled()) {
            clients.accept(socket);
        } else {
            Sockets.close(socket);
        }
    }

    private void troubled(IOException fault) {
        note(Note.Level.WARNING, "cannot accept connections for now: " + fault.getMessage());
    }

    private Clients freshClients() {
        return new Clients(new Clients.Place(id, door, surroundings), new Ear());
    }

    /** What its connections tell it. */
    private final class Ear implements Clients.Listener {
        @Override
        public void proved() {
            farEnd.proved();
        }

        @Override
        public void refused(Opening.Refused refused) {
            farEnd.refused(refused.reason(), refused.words());
        }

        @Override
        public void mute(String why) {
            farEnd.mute(why);
        }

        @Override
        public void came() {
            reporter.changed();
        }

        @Override
        public void moved() {
            if (listener != null && door.session().isPresent()) {
                heard().ifPresent(farEnd::heard);
            }
            reporter.moved();
        }

        @Override
        public void note(String text) {
            Tunnel.this.note(Note.Level.WARNING, text);
        }
    }

    private void note(Note.Level level, String text) {
        notes.accept(new Note(id.host(), level, id.forward() + ": " + text));
    }

    @Override
    public void ask(Cancellation cancellation, Consumer<Opening> then) {
        door.session()
                .ifPresent(session -> door.gate()
                        .enter(new Gate.Wish(
                                session,
                                id.forward().target(),
                                PROBE_LIMIT,
                                cancellation,
                                opening -> probed(session, opening, then))));
    }

    /** A session that has died says nothing of the far end; its end is about to be told. */
    private static void probed(SshSession session, Opening opening, Consumer<Opening> then) {
        if (!(opening instanceof Opening.Broken) || session.isOpen()) {
            then.accept(opening);
        }
    }

    @Override
    public boolean mayAsk() {
        return checking == Checking.ON;
    }

    @Override
    public boolean isWatched() {
        return watch == Watch.SEEN;
    }

    @Override
    public OptionalLong heard() {
        return clients.meter().heard();
    }

    @Override
    public void changed() {
        if (farEnd.state() instanceof TunnelState.FarEndSilent silent && !silent.equals(notedSilence)) {
            notedSilence = silent;
            note(Note.Level.WARNING, silent.why());
        }
        reporter.changed();
    }

    TunnelStatus status() {
        Meter meter = clients.meter();
        return new TunnelStatus(
                id,
                state(),
                clients.traffic(),
                listener == null ? List.of() : listener.shown(),
                meter.protocol(),
                checking);
    }

    private TunnelState state() {
        if (listener == null) {
            return unbound;
        }
        return door.session().isPresent() ? farEnd.state() : new TunnelState.WaitingForSession(door.since());
    }
}
